namespace HealthCode.Domain.Checkpoints;

/// <summary>通行原因, as listed on the 通行登记 form (琼肺炎指〔2020〕29号 3.1).</summary>
public enum PassageReason
{
    /// <summary>返工.</summary>
    BackToWork = 1,

    /// <summary>返乡.</summary>
    BackHome = 2,

    /// <summary>购买生活用品.</summary>
    Shopping = 3,

    /// <summary>其他.</summary>
    Other = 4,
}
