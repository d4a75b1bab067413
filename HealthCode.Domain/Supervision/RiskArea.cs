using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>风险地区 — an area that a notice has put at a level of risk, from a day to a day. Information beside an address: it refuses nobody (DECISIONS.md D59).</summary>
public sealed class RiskArea
{
    /// <summary>Characters of the name, of the notices and of the reason.</summary>
    public const int LongestLine = 60;

    /// <summary>Characters of the level.</summary>
    public const int LongestLevel = 12;

    private const int ShortestName = 2;

    private RiskArea(string officeCode, string name, string level, DateOnly firstDay, DateOnly? lastDay, string notice, DateTimeOffset at)
    {
        (OfficeCode, Name, Level, FirstDay, LastDay, Notice, At) = (officeCode, name, level, firstDay, lastDay, notice, at);
        (EndNotice, WithdrawnFor, By) = ("", "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The area as the notice calls it, e.g. 湖北省武汉市江汉区.</summary>
    public string Name { get; private set; }

    /// <summary>The level in the notice's word.</summary>
    public string Level { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>The notice that says so.</summary>
    public string Notice { get; private set; }

    /// <summary>The notice that ended it; empty if none was written down.</summary>
    public string EndNotice { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was withdrawn as a mistake; null if it was not.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why.</summary>
    public string WithdrawnFor { get; private set; }

    /// <summary>Who withdrew it.</summary>
    public StaffMember? WithdrawnBy { get; private set; }

    /// <summary>Whether it counts on any day from the first to the last of these.</summary>
    public bool Covers(DateOnly first, DateOnly last) => WithdrawnAt is null && FirstDay <= last && (LastDay is null || LastDay >= first);

    /// <summary>登记一个风险地区.</summary>
    /// <exception cref="RuleBrokenException">No name, level or notice; an end before the beginning.</exception>
    public static RiskArea Enter(Office office, string name, string level, DateOnly firstDay, DateOnly? lastDay, string notice, StaffMember by, DateTimeOffset now)
    {
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(name.Length >= ShortestName, RiskAreaRules.HasName, RiskAreaField.Name),
            .. Unless(level.Length > 0, RiskAreaRules.HasLevel, RiskAreaField.Level),
            .. Unless(lastDay is null || lastDay >= firstDay, RiskAreaRules.DaysInOrder, RiskAreaField.LastDay),
            .. Unless(notice.Length > 0, RiskAreaRules.HasNotice, RiskAreaField.Notice),
        ]);

        return new(office.Code, name, level, firstDay, lastDay, notice, now) { By = by };
    }

    /// <summary>解除、调整: sets the last day by a notice.</summary>
    /// <exception cref="RuleBrokenException">Withdrawn; before its beginning; no notice.</exception>
    public void End(DateOnly lastDay, string notice)
    {
        RiskAreaRules.NotWithdrawn.Require(WithdrawnAt is null);
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(lastDay >= FirstDay, RiskAreaRules.DaysInOrder, RiskAreaField.LastDay),
            .. Unless(notice.Length > 0, RiskAreaRules.HasNotice, RiskAreaField.EndNotice),
        ]);

        (LastDay, EndNotice) = (lastDay, notice);
    }

    /// <summary>撤回: entered by mistake; it stays in the list, struck out.</summary>
    /// <exception cref="RuleBrokenException">Withdrawn already; no reason.</exception>
    public void Withdraw(string reason, StaffMember by, DateTimeOffset now)
    {
        RiskAreaRules.NotWithdrawn.Require(WithdrawnAt is null);
        RuleBrokenException.ThrowIfAny(Unless(reason.Length > 0, RiskAreaRules.WithdrawalHasReason, RiskAreaField.Reason));

        (WithdrawnAt, WithdrawnFor, WithdrawnBy) = (now, reason, by);
    }

    private static Breach[] Unless(bool holds, Rule rule, Field field) => holds ? [] : [rule.Broken(field: field)];
}
