using HealthCode.Domain.Declarations;

namespace HealthCode.Web.Data;

/// <summary>决定和它的申报 — one decision and the form it was made on.</summary>
public sealed class Decided
{
    /// <summary>申报.</summary>
    public required Declaration Form { get; init; }

    /// <summary>审核决定.</summary>
    public required ReviewDecision Decision { get; init; }
}
