using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>审核决定 — one decision of a review with its findings. Immutable.</summary>
public sealed class ReviewDecision
{
    private ReviewDecision(ReviewOutcome outcome, ReviewFindings findings, string reason, StaffMember by, DateTimeOffset at, DateOnly decidedOn, int contentVersion)
    {
        (Outcome, Findings, Reason, By, At, DecidedOn, ContentVersion) = (outcome, findings, reason, by, at, decidedOn, contentVersion);
        Clauses = findings.AppliedClauses;
        FailedConditions = findings.FailedConditions;
    }

    private ReviewDecision()
    {
        (Findings, Reason, By, Clauses, FailedConditions) = (new(), "", new("", ""), [], []);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>符合, 退回补正 or 不予办理.</summary>
    public ReviewOutcome Outcome { get; private set; }

    /// <summary>All findings of the review.</summary>
    public ReviewFindings Findings { get; private set; }

    /// <summary>The clauses found to apply.</summary>
    public IReadOnlyList<RefusalClause> Clauses { get; private set; }

    /// <summary>The conditions found not to be met.</summary>
    public IReadOnlyList<EligibilityCondition> FailedConditions { get; private set; }

    /// <summary>Items to be corrected, for 退回补正.</summary>
    public IReadOnlyList<string> MissingItems { get; private set; } = [];

    /// <summary>Reason as typed by the reviewer.</summary>
    public string Reason { get; private set; }

    /// <summary>经办人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of the decision.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Day of the decision, Beijing time.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>The version of the declaration that was reviewed.</summary>
    public int ContentVersion { get; private set; }

    /// <summary>何时再来, for 不予办理.</summary>
    public EarliestReapplication EarliestReapplication(RulePack pack) => Declarations.EarliestReapplication.After(Findings, pack, DecidedOn);

    internal static ReviewDecision Of(ReviewOutcome outcome, ReviewFindings findings, string reason, StaffMember by, DateTimeOffset at, DateOnly today, int version, IReadOnlyList<string>? missing = null) =>
        new(outcome, findings, reason, by, at, today, version) { MissingItems = missing ?? [] };
}
