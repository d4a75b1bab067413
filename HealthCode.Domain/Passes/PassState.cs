namespace HealthCode.Domain.Passes;

/// <summary>通行卡状态 — how far the card has come; 到期 is told by the day, not by a state.</summary>
public enum PassState
{
    /// <summary>待打印.</summary>
    AwaitingPrint = 1,

    /// <summary>已打印.</summary>
    Printed = 2,

    /// <summary>已盖章.</summary>
    Stamped = 3,

    /// <summary>已发放.</summary>
    HandedOver = 4,

    /// <summary>停用.</summary>
    Revoked = 5,

    /// <summary>遗失作废.</summary>
    Lost = 6,

    /// <summary>损毁作废.</summary>
    Damaged = 7,

    /// <summary>续办收回: handed back when the next card was issued.</summary>
    Renewed = 8,
}
