namespace HealthCode.Web.Disclosures;

/// <summary>一个人的材料 — database ids of one person's data; contains neither name nor number.</summary>
/// <param name="Forms">Ids of his declarations.</param>
/// <param name="Residents">Ids of his roster entries.</param>
public sealed record DisclosureSubject(IReadOnlyList<long> Forms, IReadOnlyList<long> Residents)
{
    /// <summary>Ids of the entries of registers on which he stands, as himself or as the patient.</summary>
    public IReadOnlyList<long> Entries { get; init; } = [];

    /// <summary>Another person may have the same number (重号); without a name, only data that is certainly his is included.</summary>
    public bool MayBeShared { get; init; }

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => Forms.Count + Residents.Count + Entries.Count == 0;
}
