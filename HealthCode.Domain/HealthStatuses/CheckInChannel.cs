namespace HealthCode.Domain.HealthStatuses;

/// <summary>打卡方式 — how the office learnt it.</summary>
public enum CheckInChannel
{
    /// <summary>窗口.</summary>
    Desk = 1,

    /// <summary>电话.</summary>
    Phone = 2,

    /// <summary>上门.</summary>
    Door = 3,

    /// <summary>家属代报.</summary>
    Family = 4,

    /// <summary>关口监督测温: only when the person asks to declare for the official code (宁疫指办发〔2020〕66号 附件 四(一)1).</summary>
    Gate = 5,

    /// <summary>隔离机构上报.</summary>
    Institution = 6,
}
