namespace HealthCode.Domain.Declarations;

/// <summary>审核结论 — the only outcomes allowed (DECISIONS.md D18).</summary>
public enum ReviewOutcome
{
    /// <summary>符合.</summary>
    Approve = 1,

    /// <summary>退回补正.</summary>
    ReturnForCorrection = 2,

    /// <summary>不予办理.</summary>
    Refuse = 3,
}
