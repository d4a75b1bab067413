namespace HealthCode.Domain.Declarations;

/// <summary>申报状态.</summary>
public enum DeclarationState
{
    /// <summary>待测温审核.</summary>
    AwaitingReview = 1,

    /// <summary>退回补正.</summary>
    Returned = 2,

    /// <summary>符合.</summary>
    Approved = 3,

    /// <summary>不予办理.</summary>
    Refused = 4,
}
