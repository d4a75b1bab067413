namespace HealthCode.Domain.Registers;

/// <summary>纸质材料的销毁方式.</summary>
public enum BoxDisposal
{
    /// <summary>碎纸.</summary>
    Shredded = 1,

    /// <summary>送保密销毁点.</summary>
    HandedIn = 2,
}
