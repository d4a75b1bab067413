using HealthCode.Domain.Passes;

namespace HealthCode.Web.Data;

/// <summary>看一看的结果 — what a part of a trust file would bring.</summary>
/// <param name="Against">The sentence that stands against it, or null.</param>
/// <param name="ToCompare">Keys that nobody believed has introduced: their fingerprints are compared on the telephone first.</param>
/// <param name="Remarks">What the reader should know besides.</param>
public sealed record TrustFinding(string? Against, IReadOnlyList<TrustedKey> ToCompare, IReadOnlyList<string> Remarks)
{
    /// <summary>The fingerprints to compare, as one text: what somebody confirms is what he was shown.</summary>
    public string Compared => string.Join('；', ToCompare.Select(key => key.Fingerprint));
}
