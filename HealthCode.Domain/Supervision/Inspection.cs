using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Supervision;

/// <summary>督查 — one visit to one place: item by item, what was told on the spot, when it is looked at again.</summary>
public sealed class Inspection
{
    /// <summary>Characters of what was told and of what was found the second time.</summary>
    public const int LongestText = 200;

    /// <summary>Characters of the place, of who inspected, and of an item the office added.</summary>
    public const int LongestLine = 60;

    /// <summary>Items the office may add to a list of the notice.</summary>
    public const int MostOwnItems = 3;

    private Inspection(string officeCode, string formName, string source, string place, DateOnly inspectedOn, string inspector, string told, DateOnly? recheckOn, DateTimeOffset at)
    {
        (OfficeCode, FormName, Source, Place, InspectedOn, Inspector) = (officeCode, formName, source, place, inspectedOn, inspector);
        (Told, RecheckOn, At) = (told, recheckOn, at);
        (Results, RecheckFinding, By) = ([], "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Name of the list that was used.</summary>
    public string FormName { get; private set; }

    /// <summary>The notice of the list on that day.</summary>
    public string Source { get; private set; }

    /// <summary>The place, in words.</summary>
    public string Place { get; private set; }

    /// <summary>督查日期.</summary>
    public DateOnly InspectedOn { get; private set; }

    /// <summary>督查人, in words.</summary>
    public string Inspector { get; private set; }

    /// <summary>Item by item, the office's own last.</summary>
    public IReadOnlyList<InspectionResult> Results { get; private set; }

    /// <summary>当场告知; empty if there was nothing to tell.</summary>
    public string Told { get; private set; }

    /// <summary>复查日期; null if none is needed.</summary>
    public DateOnly? RecheckOn { get; private set; }

    /// <summary>The day it was looked at again; null while it was not.</summary>
    public DateOnly? RecheckedOn { get; private set; }

    /// <summary>复查结果; empty while there is none.</summary>
    public string RecheckFinding { get; private set; }

    /// <summary>登记人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What was not in order.</summary>
    public IReadOnlyList<InspectionResult> Faults => [.. Results.Where(result => result.Outcome == InspectionOutcome.NotInOrder)];

    /// <summary>复查 is still to be done.</summary>
    public bool AwaitsRecheck => RecheckOn is not null && RecheckedOn is null;

    /// <summary>登记一次督查.</summary>
    /// <param name="office">The office.</param>
    /// <param name="form">The list of the notice.</param>
    /// <param name="visit">Where, when, by whom, what was told.</param>
    /// <param name="outcomes">One for each item of the list, in its order; null if not answered.</param>
    /// <param name="own">Items the office looked at beyond the list.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">In the future; place or inspector missing; an item not answered; something not in order and nothing told; 复查 before the
    /// visit.</exception>
    public static Inspection Enter(
        Office office, InspectionForm form, InspectionVisit visit, IReadOnlyList<InspectionOutcome?> outcomes, IReadOnlyList<(string Text, InspectionOutcome? Outcome)> own, StaffMember by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(outcomes.Count, form.Items.Count);
        var hasFault = outcomes.Concat(own.Select(item => item.Outcome)).Contains(InspectionOutcome.NotInOrder);
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(visit.Place.Length > 0, InspectionRules.PlaceNamed, InspectionField.Place),
            .. Unless(visit.On <= BeijingTime.DayOf(now), InspectionRules.NotInFuture, InspectionField.InspectedOn),
            .. Unless(visit.Inspector.Length > 0, InspectionRules.InspectorNamed, InspectionField.Inspector),
            .. outcomes.Index().SelectMany(each => Unless(each.Item is not null, InspectionRules.EveryItemAnswered, new(InspectionField.Outcome, each.Index + 1))),
            .. own.Index().SelectMany(each => Unless((each.Item.Text.Length > 0) == (each.Item.Outcome is not null), InspectionRules.OwnItemWhole, new(InspectionField.OwnItem, each.Index + 1))),
            .. Unless(!hasFault || visit.Told.Length > 0, InspectionRules.FaultIsTold, InspectionField.Told),
            .. Unless(visit.RecheckOn is null || visit.RecheckOn >= visit.On, InspectionRules.RecheckAfterVisit, InspectionField.RecheckOn),
        ]);

        return new(office.Code, form.Name, form.Citation.Place, visit.Place, visit.On, visit.Inspector, visit.Told, visit.RecheckOn, now)
        {
            Results =
            [
                .. form.Items.Zip(outcomes, (item, outcome) => new InspectionResult(item.Text, outcome!.Value, IsOwn: false)),
                .. own.Where(item => item.Text.Length > 0).Select(item => new InspectionResult(item.Text, item.Outcome!.Value, IsOwn: true)),
            ],
            By = by,
        };
    }

    /// <summary>复查.</summary>
    /// <exception cref="RuleBrokenException">None is due; before the visit or in the future; not said what was found.</exception>
    public void Recheck(DateOnly on, string finding, StaffMember by, DateTimeOffset now)
    {
        InspectionRules.RecheckDue.Require(AwaitsRecheck);
        RuleBrokenException.ThrowIfAny(
        [
            .. Unless(on >= InspectedOn && on <= BeijingTime.DayOf(now), InspectionRules.RecheckedBetween, InspectionField.RecheckedOn),
            .. Unless(finding.Length > 0, InspectionRules.RecheckSaysWhat, InspectionField.RecheckFinding),
        ]);

        (RecheckedOn, RecheckFinding, RecheckedBy) = (on, finding, by);
    }

    /// <summary>Who wrote the 复查 down; null while there is none.</summary>
    public StaffMember? RecheckedBy { get; private set; }

    private static Breach[] Unless(bool holds, Rule rule, Field field) => holds ? [] : [rule.Broken(field: field)];
}

/// <summary>Where, when and by whom a place was inspected.</summary>
/// <param name="Place">The place, in words.</param>
/// <param name="On">督查日期.</param>
/// <param name="Inspector">督查人.</param>
/// <param name="Told">当场告知.</param>
/// <param name="RecheckOn">复查日期, or null.</param>
public sealed record InspectionVisit(string Place, DateOnly On, string Inspector, string Told, DateOnly? RecheckOn);

/// <summary>One item of an inspection, as it is kept.</summary>
/// <param name="Item">The item as it was then.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="IsOwn">The office added it; no notice lists it.</param>
public sealed record InspectionResult(string Item, InspectionOutcome Outcome, bool IsOwn);

/// <summary>What was found about an item.</summary>
public enum InspectionOutcome
{
    /// <summary>好.</summary>
    InOrder = 1,

    /// <summary>不好.</summary>
    NotInOrder = 2,

    /// <summary>不适用.</summary>
    NotApplicable = 3,
}
