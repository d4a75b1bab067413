namespace HealthCode.Domain.Auditing;

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
