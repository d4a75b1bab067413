using System.Globalization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Auditing;

/// <summary>校验发现 — one thing that is wrong with the chain: which records, and when.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="First">The first number concerned.</param>
/// <param name="Last">The last one.</param>
/// <param name="At">The moment the record bears, or that of the one before those that are gone; as text of the file.</param>
public sealed record AuditFault(AuditFaultKind Kind, long First, long Last, string At)
{
    /// <summary>For whoever has to look into it.</summary>
    public string Sentence => Kind switch
    {
        AuditFaultKind.Changed => $"{Numbers}（{Moment}）被改动过",
        AuditFaultKind.Removed => $"{Numbers}被删掉了（在 {Moment} 以后）",
        AuditFaultKind.Inserted => $"多出 {Numbers}（{Moment}），不是本系统写的",
        AuditFaultKind.TailCut => $"末尾的{Numbers}不见了（在 {Moment} 以后）",
        _ => $"{Numbers}（{Moment}）的内容被清空，没有销毁记录",
    };

    private string Numbers => First == Last ? $"第 {First} 条" : $"第 {First} 至 {Last} 条";

    private string Moment => DateTimeOffset.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? BeijingTime.At(at).ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture) : "时间看不出";
}

/// <summary>审计记录出了什么事.</summary>
public enum AuditFaultKind
{
    /// <summary>被改动.</summary>
    Changed = 1,

    /// <summary>被删掉.</summary>
    Removed = 2,

    /// <summary>被添加.</summary>
    Inserted = 3,

    /// <summary>末尾被截掉.</summary>
    TailCut = 4,

    /// <summary>内容被清空, and no destruction says so.</summary>
    Emptied = 5,
}
