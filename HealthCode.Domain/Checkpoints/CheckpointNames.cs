namespace HealthCode.Domain.Checkpoints;

/// <summary>关口用语.</summary>
public static class CheckpointNames
{
    /// <summary>路口, 村庄, 小区.</summary>
    public static string ChineseName(this CheckpointKind kind) => kind switch
    {
        CheckpointKind.Road => "路口",
        CheckpointKind.Village => "村庄",
        CheckpointKind.Compound => "小区",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>场所, 机场、车站、省界, 校园.</summary>
    public static string ChineseName(this CheckMode mode) => mode switch
    {
        CheckMode.Venue => "场所",
        CheckMode.Port => "机场、车站、省界",
        CheckMode.Campus => "校园",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>The order of the gate in the notice's own words.</summary>
    public static string ChineseOrder(this CheckMode mode) => mode switch
    {
        CheckMode.Venue or CheckMode.Campus => "先验码，再测温",
        CheckMode.Port => "先测温，再验码，再扫码",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
