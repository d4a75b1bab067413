using HealthCode.Domain.Auditing;

namespace HealthCode.Web.Auditing;

/// <summary>校验结果.</summary>
/// <param name="Records">Number of records.</param>
/// <param name="Faults">The faults, in the order found.</param>
public sealed record AuditChainReport(long Records, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>归档审计: the chains of villages whose data were brought here.</summary>
    public IReadOnlyList<ArchivedChainReport> Archives { get; init; } = [];

    /// <summary>Faults of all chains.</summary>
    public int FaultCount => Faults.Count + Archives.Sum(archive => archive.Faults.Count);

    /// <summary>Summary for the user.</summary>
    public string Sentence => (Faults.Count == 0
        ? $"共 {Records} 条，一条不少，没有被改动过。"
        : $"共 {Records} 条，{AuditCheck.Sentence([.. Faults.Select(fault => fault.Sentence)])}请保留现场，报告上级。")
        + Told;

    /// <summary>Those with new faults one by one, the others as a sum: the sentence is shown on the home page.</summary>
    private string Told => Archives.Count == 0 ? ""
        : Archives.Where(archive => archive.Faults.Count > 0).ToList() is { Count: > 0 } faulty
            ? string.Concat(faulty.Select(archive => archive.Sentence)) + "请保留现场，报告上级。"
            : $"归档审计 {Archives.Count} 份，共 {Archives.Sum(archive => archive.Records)} 条，和搬来时一样。";
}
