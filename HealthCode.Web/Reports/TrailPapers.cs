namespace HealthCode.Web.Reports;

/// <summary>一个人的材料 — which of the office's papers are his, by their keys in the database; says neither name nor number.</summary>
/// <param name="Forms">His forms.</param>
/// <param name="Residents">His lines in the roster.</param>
public sealed record TrailPapers(IReadOnlyList<long> Forms, IReadOnlyList<long> Residents)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Forms.Count + Residents.Count == 0;
}
