using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>督查: item by item, told on the spot, looked at again.</summary>
public sealed class InspectionTests
{
    private static readonly InspectionForm List = Pack.Supervision.Inspections[0];
    private static readonly InspectionVisit Visit = new("惠民超市", Today, "李建国", "请今天补上口罩", Today.AddDays(1));

    [Fact]
    public void Every_item_of_the_list_has_its_outcome_and_what_the_office_added_is_marked()
    {
        var inspection = Inspection.Enter(Office(), List, Visit, All(InspectionOutcome.InOrder), [("通风消毒", InspectionOutcome.NotInOrder), ("", null)], Clerk, Now);

        Assert.Equal(List.Items.Count + 1, inspection.Results.Count);
        Assert.Equal(["通风消毒"], inspection.Results.Where(result => result.IsOwn).Select(result => result.Item));
        Assert.Equal(["通风消毒"], inspection.Faults.Select(result => result.Item));
        Assert.Equal(List.Citation.Place, inspection.Source);
    }

    [Fact]
    public void Place_inspector_items_and_what_was_told_are_each_asked_for()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Inspection.Enter(
            Office(), List, new("", Today.AddDays(1), "", "", null), [InspectionOutcome.NotInOrder, .. Enumerable.Repeat<InspectionOutcome?>(null, List.Items.Count - 1)], [("通风", null)], Clerk, Now)).Breaches;

        Assert.Equal(
            [InspectionRules.PlaceNamed, InspectionRules.NotInFuture, InspectionRules.InspectorNamed, InspectionRules.EveryItemAnswered, InspectionRules.OwnItemWhole, InspectionRules.FaultIsTold],
            broken.Select(breach => breach.Rule).Distinct());
        Assert.Equal(List.Items.Count - 1, broken.Count(breach => breach.Rule == InspectionRules.EveryItemAnswered));
        Assert.Contains(broken, breach => breach.Field == new Field(InspectionField.Outcome, 2));
        Assert.Equal([InspectionRules.OwnItemWhole], Forbids(() => Inspection.Enter(Office(), List, Visit, All(InspectionOutcome.InOrder), [("", InspectionOutcome.InOrder)], Clerk, Now)));
    }

    [Fact]
    public void Where_all_is_in_order_or_does_not_apply_nothing_has_to_be_told()
    {
        Assert.Empty(Inspection.Enter(Office(), List, Visit with { Told = "", RecheckOn = null }, All(InspectionOutcome.NotApplicable), [], Clerk, Now).Faults);
        Assert.Equal([InspectionRules.RecheckAfterVisit], Forbids(() => Inspection.Enter(Office(), List, Visit with { RecheckOn = Today.AddDays(-1) }, All(InspectionOutcome.InOrder), [], Clerk, Now)));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void It_is_looked_at_again_once_between_the_visit_and_today(int days, bool isForbidden)
    {
        var inspection = Inspection.Enter(Office(), List, Visit, All(InspectionOutcome.NotInOrder), [], Clerk, Now);
        void Recheck() => inspection.Recheck(Today.AddDays(days), "口罩已补", Reviewer, Now.AddDays(2));
        Assert.Equal([InspectionRules.RecheckSaysWhat], Forbids(() => inspection.Recheck(Today, "", Reviewer, Now)));

        if (isForbidden)
        {
            Assert.Equal([InspectionRules.RecheckedBetween], Forbids(Recheck));
            Assert.True(inspection.AwaitsRecheck);
        }
        else
        {
            Recheck();
            Assert.Equal((false, "口罩已补", Reviewer), (inspection.AwaitsRecheck, inspection.RecheckFinding, inspection.RecheckedBy));
            Assert.Equal([InspectionRules.RecheckDue], Forbids(Recheck));
        }
    }

    [Fact]
    public void A_visit_that_is_not_to_be_repeated_is_not() =>
        Assert.Equal([InspectionRules.RecheckDue], Forbids(() => Inspection.Enter(Office(), List, Visit with { RecheckOn = null }, All(InspectionOutcome.InOrder), [], Clerk, Now).Recheck(Today, "好", Clerk, Now)));

    private static IReadOnlyList<InspectionOutcome?> All(InspectionOutcome outcome) => [.. Enumerable.Repeat((InspectionOutcome?)outcome, List.Items.Count)];
}
