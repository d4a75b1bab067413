namespace HealthCode.Domain.Checkpoints;

/// <summary>查验方式 — which checks a gate performs, and in which order (宁疫指办发〔2020〕73号 二).</summary>
public enum CheckMode
{
    /// <summary>场所: 验码、测温 (宁疫指办发〔2020〕73号 二(一)).</summary>
    Venue = 1,

    /// <summary>机场、车站、省界: 测温、验码、扫码 (宁疫指办发〔2020〕73号 二(二)).</summary>
    Port = 2,

    /// <summary>校园: 验码、测温, as at any venue (宁教办函〔2020〕38号 二).</summary>
    Campus = 3,
}
