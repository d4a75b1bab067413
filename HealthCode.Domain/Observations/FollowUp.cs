using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Observations;

/// <summary>待随访 — somebody is to be looked after: an open task until a visit reached him, or until it is said what was done (DECISIONS.md D70).</summary>
/// <remarks>It belongs to a resident only where his number was typed; a name alone matches nobody. It changes no status and refuses no card.</remarks>
public sealed class FollowUp
{
    /// <summary>Characters of whom it is about.</summary>
    public const int LongestWho = 60;

    /// <summary>Characters of the reason and of what was done.</summary>
    public const int LongestText = 200;

    private FollowUp(string officeCode, long? residentId, FollowUpSource source, string sourceNumber, DateTimeOffset openedAt)
    {
        (OfficeCode, ResidentId, Source, SourceNumber, OpenedAt) = (officeCode, residentId, source, sourceNumber, openedAt);
        (Who, Reason, Outcome, OpenedBy) = ("", "", "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The resident of its roster; null where only words say who it is.</summary>
    public long? ResidentId { get; private set; }

    /// <summary>Whom it is about, in words; empty for a resident.</summary>
    public string Who { get; private set; }

    /// <summary>从哪里来.</summary>
    public FollowUpSource Source { get; private set; }

    /// <summary>Its number there, e.g. of the tip.</summary>
    public string SourceNumber { get; private set; }

    /// <summary>为什么.</summary>
    public string Reason { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember OpenedBy { get; private set; }

    /// <summary>When it was done; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What was done; empty while it is open.</summary>
    public string Outcome { get; private set; }

    /// <summary>Who closed it; null while it is open.</summary>
    public StaffMember? ClosedBy { get; private set; }

    /// <summary>Still to be done.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>登记.</summary>
    /// <param name="officeCode">The office.</param>
    /// <param name="residentId">The resident whose number was typed; null for anybody else.</param>
    /// <param name="who">Whom it is about, in words; not kept for a resident.</param>
    /// <param name="source">从哪里来.</param>
    /// <param name="sourceNumber">Its number there.</param>
    /// <param name="reason">为什么.</param>
    /// <param name="by">登记人.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">Neither a resident nor words; no reason.</exception>
    public static FollowUp Open(string officeCode, long? residentId, string who, FollowUpSource source, string sourceNumber, string reason, StaffMember by, DateTimeOffset now)
    {
        FollowUpRules.SomebodyNamed.Require(residentId is not null || who.Length > 0);
        FollowUpRules.HasReason.Require(reason.Length > 0);

        return new(officeCode, residentId, source, sourceNumber, now) { Who = residentId is null ? who : "", Reason = reason, OpenedBy = by };
    }

    /// <summary>办结 by a visit that reached him. One that did not, and one of somebody else or from before, leaves it open.</summary>
    /// <exception cref="RuleBrokenException">Closed already.</exception>
    public void Close(FollowUpVisit visit)
    {
        RequireOpen();

        if (visit.ResidentId == ResidentId && visit.Outcome is VisitOutcome.Reached or VisitOutcome.Referred && visit.At >= OpenedAt)
        {
            (ClosedAt, Outcome, ClosedBy) = (visit.At, $"随访：{visit.Outcome.ChineseName()}", visit.By);
        }
    }

    /// <summary>办结 in words.</summary>
    /// <exception cref="RuleBrokenException">Closed already; nothing said.</exception>
    public void Close(string words, StaffMember by, DateTimeOffset now)
    {
        RequireOpen();
        RuleBrokenException.ThrowIfAny(words.Length == 0 ? [FollowUpRules.HasOutcome.Broken(field: FollowUpField.Outcome)] : []);

        (ClosedAt, Outcome, ClosedBy) = (now, words, by);
    }

    private void RequireOpen() => FollowUpRules.StillOpen.Require(IsOpen);
}

/// <summary>从哪里来.</summary>
public enum FollowUpSource
{
    /// <summary>线索.</summary>
    Tip = 1,

    /// <summary>发热门诊.</summary>
    FeverClinic = 2,
}

/// <summary>待随访的规则.</summary>
public static class FollowUpRules
{
    /// <summary>Whom.</summary>
    public static Rule SomebodyNamed { get; } = new("follow-up-who", "请写明要随访的是谁；不知道姓名的，写怎样认出他。", "DECISIONS.md D70");

    /// <summary>Why.</summary>
    public static Rule HasReason { get; } = new("follow-up-reason", "请写明为什么要随访。", "DECISIONS.md D70");

    /// <summary>Which one is closed.</summary>
    public static Rule Chosen { get; } = new("follow-up-chosen", "请选办结的是哪一件。", "DECISIONS.md D70");

    /// <summary>What is done is done.</summary>
    public static Rule StillOpen { get; } = new("follow-up-closed", "这一件已经办过了，不用再办。", "DECISIONS.md D70");

    /// <summary>What was done.</summary>
    public static Rule HasOutcome { get; } = new("follow-up-outcome", "请写明做了什么，例如“已送县医院发热门诊”。", "DECISIONS.md D70");
}

/// <summary>待随访的栏 that a rule speaks of.</summary>
public enum FollowUpField
{
    /// <summary>做了什么.</summary>
    Outcome,
}
