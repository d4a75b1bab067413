namespace HealthCode.Domain.Declarations;

/// <summary>办卡缘由 — for statistics only, never a condition (宁疫指办发〔2020〕66号 二).</summary>
public enum CardReason
{
    /// <summary>老年人.</summary>
    Elderly = 1,

    /// <summary>未成年人.</summary>
    Minor = 2,

    /// <summary>特殊情况.</summary>
    Special = 3,

    /// <summary>其他: 63号 opens the card to everybody.</summary>
    Other = 4,
}
