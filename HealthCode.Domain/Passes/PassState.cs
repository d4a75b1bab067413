namespace HealthCode.Domain.Passes;

/// <summary>通行卡状态 — progress of a card; 到期 is not a state, but derived from the date.</summary>
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

    /// <summary>续办收回: returned when the next card was issued.</summary>
    Renewed = 8,

    /// <summary>收回作废: taken back because the holder has died; by no clause.</summary>
    TakenBack = 9,
}
