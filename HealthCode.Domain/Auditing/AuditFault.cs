using System.Globalization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Auditing;

/// <summary>校验发现 — one defect found while verifying the audit chain.</summary>
/// <param name="Kind">Kind of defect.</param>
/// <param name="First">First record number affected.</param>
/// <param name="Last">Last record number affected.</param>
/// <param name="At">Stored timestamp of the record, or of the last record before the missing ones; text as read from the database.</param>
public sealed record AuditFault(AuditFaultKind Kind, long First, long Last, string At)
{
    /// <summary>The defect as a Chinese sentence for the user who investigates it.</summary>
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

/// <summary>审计链的问题种类.</summary>
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

    /// <summary>内容被清空, and no destruction record covers it.</summary>
    Emptied = 5,
}
