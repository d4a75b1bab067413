namespace HealthCode.Domain.Archives;

/// <summary>纸质材料的销毁方式.</summary>
public enum BoxDisposal
{
    /// <summary>碎纸.</summary>
    Shredded = 1,

    /// <summary>送保密销毁点.</summary>
    HandedIn = 2,
}

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
