namespace HealthCode.Domain.Registers;

/// <summary>纸质材料用语.</summary>
public static class BoxEndNames
{
    /// <summary>碎纸, 送保密销毁点.</summary>
    public static string ChineseName(this BoxEnd manner) => manner switch
    {
        BoxEnd.Shredded => "碎纸",
        BoxEnd.HandedIn => "送保密销毁点",
        _ => throw new ArgumentOutOfRangeException(nameof(manner)),
    };
}
