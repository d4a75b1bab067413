namespace HealthCode.Web.Disclosures;

/// <summary>一个人的材料 — which of the office's papers are his, by their keys in the database; says neither name nor number.</summary>
/// <param name="Forms">His forms.</param>
/// <param name="Residents">His lines in the roster.</param>
public sealed record DisclosureSubject(IReadOnlyList<long> Forms, IReadOnlyList<long> Residents)
{
    /// <summary>Somebody else may have the same number (重号): without a name only what is certainly his is here.</summary>
    public bool MayBeShared { get; init; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Forms.Count + Residents.Count == 0;
}
