namespace HealthCode.Web.Auditing;

/// <summary>归档审计的校验结果.</summary>
/// <param name="Name">Which chain.</param>
/// <param name="Records">Number of records.</param>
/// <param name="Found">The faults as sentences.</param>
/// <param name="AtImport">What was wrong with it when it came.</param>
public sealed record ArchivedChainReport(string Name, long Records, IReadOnlyList<string> Found, string AtImport)
{
    /// <summary>Joins sentences for <see cref="AtImport"/>.</summary>
    public const string Between = "；";

    /// <summary>The faults that it did not have when it came.</summary>
    public IReadOnlyList<string> Faults => [.. Found.Except(AtImport.Split(Between))];

    /// <summary>Summary for the user.</summary>
    public string Sentence => $"{Name}共 {Records} 条，" + (Faults.Count > 0
        ? AuditCheck.Sentence(Faults)
        : AtImport.Length > 0 ? $"和搬来时一样（搬来时就有 {AtImport.Split(Between).Length} 处有问题）。" : "一条不少，没有被改动过。");
}
