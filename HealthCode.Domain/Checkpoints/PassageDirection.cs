namespace HealthCode.Domain.Checkpoints;

/// <summary>通行类型 (琼肺炎指〔2020〕29号 3.1).</summary>
public enum PassageDirection
{
    /// <summary>外出.</summary>
    Out = 1,

    /// <summary>进入.</summary>
    In = 2,
}
