namespace HealthCode.Web.Data;

/// <summary>重新加密的进度.</summary>
/// <param name="Done">Rows looked at.</param>
/// <param name="All">Rows there are.</param>
public sealed record ResealProgress(long Done, long All);
