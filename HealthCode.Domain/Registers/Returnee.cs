using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>返乡登记 — who comes back or has come back, from where, and his isolation (琼肺炎指〔2020〕29号 系统操作流程 1.2; 宁疫指办发〔2020〕63号 一(二)3).</summary>
public sealed record Returnee : RegisterContent
{
    /// <inheritdoc />
    public override RegisterKind Kind => RegisterKind.Returnees;

    /// <summary>From outside the province; null where the paper does not ask.</summary>
    public bool? FromOutside { get; init; }

    /// <summary>出发地.</summary>
    public string From { get; init; } = "";

    /// <summary>The day he had left.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>计划到达.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>实际到达; null before.</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary>返回前健康状况.</summary>
    public string HealthBefore { get; init; } = "";

    /// <summary>疫区旅居史; null when not answered.</summary>
    public bool? StayedInArea { get; init; }

    /// <summary>确诊或疑似病例接触史; null when not answered.</summary>
    public bool? CaseContact { get; init; }

    /// <summary>无症状感染者接触史; null when not answered.</summary>
    public bool? CarrierContact { get; init; }

    /// <summary>发热、干咳、乏力等症状; null when not answered.</summary>
    public bool? HadSymptoms { get; init; }

    /// <summary>隔离的第一天; not counted. Null when he is not isolated.</summary>
    public DateOnly? IsolationFrom { get; init; }

    /// <summary>隔离的最后一天; null where nobody said it and the rules set no number of days.</summary>
    public DateOnly? IsolationTo { get; init; }

    /// <summary>隔离地点; empty at home.</summary>
    public string IsolationPlace { get; init; } = "";

    /// <summary>身体状况.</summary>
    public string Health { get; init; } = "";

    /// <summary>采取的措施.</summary>
    public string Measures { get; init; } = "";

    /// <inheritdoc />
    public override (PendingStep Step, DateOnly On)? PendingOn(DateOnly on) =>
        ArrivedOn is null ? (PendingStep.Arrival, ExpectedOn ?? on)
        : IsolationFrom is { } from ? (PendingStep.Isolation, IsolationTo ?? from)
        : null;

    /// <inheritdoc />
    public override DateOnly? GroundSince(RegisterForm form, DateOnly on) =>
        form.Ground is null || FromOutside == false || ArrivedOn is null ? null : form.GroundNeedsIsolation ? IsolationFrom : ArrivedOn;

    /// <summary>「3月1日返宁，隔离3月1日到3月15日，还差 4 天」, for the review.</summary>
    /// <param name="form">The province's register.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="today">Today.</param>
    public string Sentence(RegisterForm form, RulePack pack, DateOnly today)
    {
        if (ArrivedOn is not { } arrived)
        {
            return $"计划{ExpectedOn?.ChineseShort()}{form.Coming}，还没有登记到达";
        }

        var isolation = IsolationFrom is not { } from ? "，没有登记隔离"
            : pack.HealthCode.ObservationDays is { } days ? $"，隔离{new DayCount(from, days, today).Sentence}"
            : $"，隔离{from.ChineseShort()}起{(IsolationTo is { } to ? $"，到{to.ChineseShort()}止" : "")}";
        return $"{arrived.ChineseShort()}{form.Coming}{isolation}";
    }

    /// <summary>隔离满期: the end that was said, or the first day on which the province's days are full.</summary>
    public Returnee WithCountedEnd(RulePack pack) => IsolationTo is null && FullOn(pack) is { } fullOn ? this with { IsolationTo = fullOn } : this;

    /// <inheritdoc />
    internal override IEnumerable<Breach> Validate(RulePack pack, DateOnly on, DateOnly today) =>
    [
        .. If(ExpectedOn is null && ArrivedOn is null, RegisterRules.ComingKnown, pack.Register(Kind)!.Asks(RegisterField.ExpectedOn) ? RegisterField.ExpectedOn : RegisterField.ArrivedOn),
        .. If(ArrivedOn > today, RegisterRules.HasArrived, RegisterField.ArrivedOn),
        .. If(LeftOn > ArrivedOn, RegisterRules.LeftBefore, RegisterField.ArrivedOn),
        .. If(LeftOn > ExpectedOn, RegisterRules.LeftBefore, RegisterField.ExpectedOn),
        .. If(IsolationFrom is null && (IsolationTo is not null || IsolationPlace.Length > 0), RegisterRules.IsolationBegins, RegisterField.IsolationFrom),
        .. If(IsolationFrom is not null && ArrivedOn is null, RegisterRules.IsolatedHere, RegisterField.IsolationFrom),
        .. If(IsolationFrom < ArrivedOn, RegisterRules.IsolatedHere, RegisterField.IsolationFrom),
        .. If(IsolationFrom > today, RegisterRules.HasHappened, RegisterField.IsolationFrom),
        .. If(IsolationTo < IsolationFrom, RegisterRules.IsolationEnds, RegisterField.IsolationTo),
        .. FullOn(pack) is { } fullOn && IsolationTo >= IsolationFrom ? If(IsolationTo != fullOn, RegisterRules.IsolationCounted, RegisterField.IsolationTo, $"{fullOn.Chinese()}。") : [],
    ];

    /// <summary>The day on which the province's days are full; null where it counts none.</summary>
    private DateOnly? FullOn(RulePack pack) => IsolationFrom is { } from && pack.HealthCode.ObservationDays is { } days ? new DayCount(from, days, from).FullOn : null;
}
