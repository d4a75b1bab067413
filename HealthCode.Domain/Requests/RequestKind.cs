namespace HealthCode.Domain.Requests;

/// <summary>申请种类.</summary>
public enum RequestKind
{
    /// <summary>查阅: access to the stored data.</summary>
    Access = 1,

    /// <summary>纠错: correction of the stored data.</summary>
    Correction = 2,
}
