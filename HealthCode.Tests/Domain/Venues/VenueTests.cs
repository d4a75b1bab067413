using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using static HealthCode.Tests.Support.VenueCase;

namespace HealthCode.Tests.Domain.Venues;

/// <summary>场所: entered by one, checked by another; one applicant, one venue.</summary>
public sealed class VenueTests
{
    private static readonly IdentityDocument NoDocument = IdentityDocument.Restore(IdentityDocumentKind.None, "", "没有", false);

    [Fact]
    public void It_waits_until_another_has_seen_the_papers()
    {
        var venue = Waiting(7);

        Assert.Equal((VenueState.AwaitingApproval, "0007", null), (venue.State, venue.NumberText, venue.OpenedOn));
        Assert.Equal([VenueRules.ApprovedByAnother], Forbids(() => venue.Approve(Seen, Clerk, Now, Today)));
        Assert.Equal([VenueRules.SeenNamed], Forbids(() => venue.Approve("", Reviewer, Now, Today)));
        venue.Approve(Seen, Reviewer, Now, Today);

        Assert.Equal((VenueState.Approved, Seen, Reviewer, Today), (venue.State, venue.Findings, venue.DecidedBy, venue.OpenedOn));
        Assert.Equal([VenueRules.Awaits], Forbids(() => venue.Approve(Seen, Reviewer, Now, Today)));
    }

    [Fact]
    public void It_is_not_approved_with_a_reason_and_by_another()
    {
        var venue = Waiting();

        Assert.Equal([VenueRules.ApprovedByAnother], Forbids(() => venue.Decline("不是这里的人", Clerk, Now)));
        Assert.Equal([VenueRules.DeclineExplained], Forbids(() => venue.Decline("", Reviewer, Now)));
        venue.Decline("不是这里的人", Reviewer, Now);

        Assert.Equal((VenueState.Declined, "不是这里的人", null), (venue.State, venue.Findings, venue.LivingKey));
    }

    [Fact]
    public void One_applicant_has_one_living_venue_and_is_told_which()
    {
        var first = Approved(3);
        var second = Assert.Throws<RuleBrokenException>(() => Venue.Register(Office(), 4, Details(name: "样例村小卖部"), [first], Clerk, Now, Today));
        Assert.Equal(VenueRules.OneEach, Assert.Single(second.Breaches).Rule);
        Assert.Contains("0003 样例村卫生室", second.Breaches[0].Sentence, StringComparison.Ordinal);

        first.Close("不开了", Today);
        Assert.Equal(VenueState.AwaitingApproval, Venue.Register(Office(), 4, Details(name: "样例村小卖部"), [first], Clerk, Now, Today).State);
    }

    [Fact]
    public void A_change_does_not_stand_in_its_own_way()
    {
        var venue = Approved();
        venue.Change(Details(name: "样例村第一卫生室"), "改了名", [venue], Pack, Clerk, Now, Today);

        Assert.Equal("样例村第一卫生室", venue.Name);
    }

    [Fact]
    public void What_was_approved_is_changed_for_a_reason_and_checked_again_by_another_than_who_changed_it()
    {
        var venue = Approved();
        Assert.Equal([VenueRules.ChangeExplained], Forbids(() => venue.Change(Details(person: 2), "", [], Pack, Reviewer, Now, Today)));

        venue.Change(Details(person: 2), "换了负责人", [], Pack, Reviewer, Now, Today.AddDays(1));

        Assert.Equal((VenueState.AwaitingApproval, "换了负责人", null, ""), (venue.State, venue.ChangedFor, venue.DecidedBy, venue.Findings));
        Assert.Equal([VenueRules.ApprovedByAnother], Forbids(() => venue.Approve(Seen, Reviewer, Now, Today.AddDays(1))));
        venue.Approve(Seen, Clerk, Now, Today.AddDays(1));
        // It opened when it was approved first.
        Assert.Equal(Today, venue.OpenedOn);
    }

    [Fact]
    public void While_it_waits_a_slip_is_corrected_without_a_reason()
    {
        var venue = Waiting();
        venue.Change(Details(name: "样例村卫生所"), "", [], Pack, Clerk, Now, Today);

        Assert.Equal(("样例村卫生所", VenueState.AwaitingApproval), (venue.Name, venue.State));
    }

    [Fact]
    public void What_is_closed_stays_closed()
    {
        var venue = Approved();
        Assert.Equal([VenueRules.CloseExplained], Forbids(() => venue.Close("", Today)));
        venue.Close("店不开了", Today.AddDays(3));

        Assert.Equal([VenueRules.StillUsed], Forbids(() => venue.Close("店不开了", Today)));
        Assert.Equal([VenueRules.StillUsed], Forbids(() => venue.Change(Details(), "又开了", [], Pack, Clerk, Now, Today)));
        Assert.Equal([VenueRules.Awaits], Forbids(() => venue.Approve(Seen, Reviewer, Now, Today)));
        Assert.Equal([false, true, true, true, true, false], new[] { -1, 0, 1, 2, 3, 4 }.Select(days => venue.WasOpenOn(Today.AddDays(days))));
    }

    [Fact]
    public void Every_line_of_the_application_is_checked_at_once() => Assert.Equal(
        [VenueRules.HasName, VenueRules.KindOfNotice, VenueRules.HasAddress, VenueRules.HasApplicant, VenueRules.AppliedByToday],
        Forbids(() => Venue.Register(Office(), 1, new("", "", "", null, null), [], Clerk, Now, Today)));

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_name_fits_the_poster(int length, bool fits)
    {
        var details = Details(name: new('村', length));
        if (fits)
        {
            Assert.Equal(length, Venue.Register(Office(), 1, details, [], Clerk, Now, Today).Name.Length);
            return;
        }

        Assert.Equal([VenueRules.LineFits], Forbids(() => Venue.Register(Office(), 1, details, [], Clerk, Now, Today)));
    }

    [Fact]
    public void The_kind_is_one_of_the_provinces_own()
    {
        Assert.Equal([VenueRules.KindOfNotice], Forbids(() => Venue.Register(Office(Ningxia.Pack), 1, Details() with { Kind = "居民小区" }, [], Clerk, Now, Today)));
        Assert.Equal([VenueRules.KindOfNotice], Forbids(() => Venue.Register(Office(), 1, Details() with { Kind = "菜市场" }, [], Clerk, Now, Today)));
    }

    [Fact]
    public void A_kind_that_a_later_version_of_the_notice_dropped_stays_with_its_venue()
    {
        var venue = Approved(pack: Ningxia.Pack);
        venue.Change(Details() with { Kind = venue.Kind, Address = "村西头" }, "搬了", [], Pack, Clerk, Now, Today);

        Assert.DoesNotContain(venue.Kind, Pack.Venues.Kinds);
    }

    [Fact]
    public void The_applicant_is_told_apart_by_a_number_and_needs_no_telephone()
    {
        Assert.Equal([VenueRules.ApplicantIdentified], Forbids(() => Venue.Register(Office(), 1, Details() with { Applicant = Applicant() with { Document = NoDocument } }, [], Clerk, Now, Today)));
        Assert.Null(Venue.Register(Office(), 1, Details() with { Applicant = Applicant() with { Phone = null } }, [], Clerk, Now, Today).Applicant.Phone);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Nobody_has_applied_tomorrow(int days, bool holds)
    {
        var details = Details() with { AppliedOn = Today.AddDays(days) };
        Assert.Equal(holds ? [] : [VenueRules.AppliedByToday], VenueRules.Validate(details, Waiting(), [], Pack, Today).Select(breach => breach.Rule));
    }
}
