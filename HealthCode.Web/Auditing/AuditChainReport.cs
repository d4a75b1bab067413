using HealthCode.Domain.Auditing;

namespace HealthCode.Web.Auditing;

/// <summary>校验结果.</summary>
/// <param name="Records">Number of records.</param>
/// <param name="Faults">The faults, in the order found.</param>
public sealed record AuditChainReport(long Records, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>Summary for the user.</summary>
    public string Sentence => Faults.Count == 0
        ? $"共 {Records} 条，一条不少，没有被改动过。"
        : $"共 {Records} 条，发现 {Faults.Count} 处不对：{string.Join('；', Faults.Take(AuditCheck.MostTold).Select(fault => fault.Sentence))}{(Faults.Count > AuditCheck.MostTold ? "……" : "")}。请保留现场，报告上级。";
}
