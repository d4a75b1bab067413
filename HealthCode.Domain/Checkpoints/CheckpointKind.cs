namespace HealthCode.Domain.Checkpoints;

/// <summary>关口类型, as listed on the 关口信息 form (琼肺炎指〔2020〕29号 3.2).</summary>
public enum CheckpointKind
{
    /// <summary>路口.</summary>
    Road = 1,

    /// <summary>村庄.</summary>
    Village = 2,

    /// <summary>小区.</summary>
    Compound = 3,
}
