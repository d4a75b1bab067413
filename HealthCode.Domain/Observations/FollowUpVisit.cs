using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Observations;

/// <summary>随访 — one attempt to reach a resident, by door or by telephone.</summary>
public sealed class FollowUpVisit
{
    /// <summary>Characters of the next step.</summary>
    public const int LongestLine = 60;

    private FollowUpVisit(string officeCode, long residentId, DateTimeOffset at, VisitOutcome outcome)
    {
        (OfficeCode, ResidentId, At, Outcome) = (officeCode, residentId, at, outcome);
        (NextStep, By) = ("", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The resident of its roster.</summary>
    public long ResidentId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>结果.</summary>
    public VisitOutcome Outcome { get; private set; }

    /// <summary>下一步, may be empty when he was reached.</summary>
    public string NextStep { get; private set; }

    /// <summary>随访人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>登记.</summary>
    /// <exception cref="RuleBrokenException">In the future; not reached and nothing said of what is done next.</exception>
    public static FollowUpVisit Note(Resident resident, VisitOutcome outcome, string nextStep, DateTimeOffset at, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. at > now ? [VisitRules.HasHappened.Broken()] : Array.Empty<Breach>(),
            .. outcome != VisitOutcome.Reached && nextStep.Length == 0 ? [VisitRules.HasNextStep.Broken(field: VisitField.NextStep)] : Array.Empty<Breach>(),
        ]);

        return new(resident.OfficeCode, resident.Id, at, outcome) { NextStep = nextStep, By = by };
    }
}

/// <summary>随访结果.</summary>
public enum VisitOutcome
{
    /// <summary>见到或接通.</summary>
    Reached = 1,

    /// <summary>不在家、没接通.</summary>
    NotAtHome = 2,

    /// <summary>拒绝.</summary>
    Refused = 3,

    /// <summary>转发热门诊.</summary>
    Referred = 4,
}

/// <summary>随访的规则.</summary>
public static class VisitRules
{
    /// <summary>It has happened.</summary>
    public static Rule HasHappened { get; } = new("visit-future", "随访时间在现在之后，请核对。", "DECISIONS.md D45");

    /// <summary>Who was not reached is not forgotten.</summary>
    public static Rule HasNextStep { get; } = new("visit-next", "没有见到人的，请写明下一步，例如“下午再去一次”。", "琼肺炎指〔2020〕29号 系统操作流程 1.1");
}

/// <summary>随访的栏 that a rule speaks of.</summary>
public enum VisitField
{
    /// <summary>下一步.</summary>
    NextStep,
}
