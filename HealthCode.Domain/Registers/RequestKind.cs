namespace HealthCode.Domain.Registers;

/// <summary>申请种类.</summary>
public enum RequestKind
{
    /// <summary>查阅: to see what is kept.</summary>
    Access = 1,

    /// <summary>纠错: to have it corrected.</summary>
    Correction = 2,
}
