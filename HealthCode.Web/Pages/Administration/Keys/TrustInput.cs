namespace HealthCode.Web.Pages.Administration.Keys;

/// <summary>What is typed when a key is ended, dropped or trusted again; which key it is stands hidden in its form.</summary>
public sealed class TrustInput
{
    /// <summary>Since when somebody else may have the key, as the browser writes date and time.</summary>
    public string? At { get; set; }

    public string? Reason { get; set; }

    /// <summary>As it was heard on the telephone.</summary>
    public string? Fingerprint { get; set; }
}
