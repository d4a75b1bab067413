namespace HealthCode.Domain.Registers;

/// <summary>纸质材料用语.</summary>
public static class BoxDisposalNames
{
    /// <summary>碎纸, 送保密销毁点.</summary>
    public static string ChineseName(this BoxDisposal manner) => manner switch
    {
        BoxDisposal.Shredded => "碎纸",
        BoxDisposal.HandedIn => "送保密销毁点",
        _ => throw new ArgumentOutOfRangeException(nameof(manner)),
    };
}
