namespace HealthCode.Web.Hosting;

/// <summary>Metadata of an endpoint whose pages a library draws: it knows no nonce, its scripts are files of this server and none is inline.</summary>
public sealed class OwnScriptFiles;
