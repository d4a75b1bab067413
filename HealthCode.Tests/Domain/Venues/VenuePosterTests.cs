using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using static HealthCode.Tests.Support.VenueCase;

namespace HealthCode.Tests.Domain.Venues;

/// <summary>场所码海报: one in use; the new one voids the old one.</summary>
public sealed class VenuePosterTests
{
    [Fact]
    public void Only_an_approved_venue_has_a_poster() =>
        Assert.Equal([PosterRules.VenueApproved], Forbids(() => Poster(Waiting())));

    [Theory]
    [InlineData("ningxia")]
    [InlineData("national")]
    [InlineData("hainan")]
    public void Where_the_platform_issues_no_code_there_is_no_poster(string province)
    {
        var (pack, venue) = (RulePacks.InForce(province, Today), Approved(pack: RulePacks.InForce(province, Today)));

        Assert.Equal([PosterRules.PlatformIssuesCodes], Forbids(() => VenuePoster.Issue(venue, VenuePicture.Take(venue, Picture(), Now), [], "", pack, Clerk, Now, Today)));
    }

    [Fact]
    public void A_second_one_in_use_needs_a_reason_and_voids_the_first()
    {
        var venue = Approved();
        var first = Poster(venue);
        var broken = Assert.Throws<RuleBrokenException>(() => VenuePoster.Issue(venue, VenuePicture.Take(venue, Picture(), Now), [first], "", Hebei.Pack, Clerk, Now, Today));
        Assert.Equal(PosterRules.OneInUse, Assert.Single(broken.Breaches).Rule);
        Assert.Contains("第 1 版", broken.Breaches[0].Sentence, StringComparison.Ordinal);
        Assert.True(first.IsInUse);

        var second = Poster(venue, first);

        Assert.Equal((2, true, false, Today, "海报破了"), (second.Version, second.IsInUse, first.IsInUse, first.VoidedOn, first.VoidedFor));
        Assert.Equal(3, Poster(venue, first, second).Version);
    }

    [Fact]
    public void It_has_a_picture_of_its_own_venue()
    {
        var venue = Approved();
        Assert.Equal([PosterRules.HasPicture], Forbids(() => VenuePoster.Issue(venue, null, [], "", Pack(), Clerk, Now, Today)));
    }

    [Fact]
    public void The_day_on_it_is_that_of_its_first_print()
    {
        var (venue, poster) = (Approved(), Poster(Approved()));
        poster.Print(venue, Today);
        poster.Print(venue, Today.AddDays(9));

        Assert.Equal(Today, poster.PrintedOn);
    }

    [Fact]
    public void What_is_void_is_not_printed_nor_that_of_a_venue_that_waits_again()
    {
        var venue = Approved();
        var (old, used) = (Poster(venue), default(VenuePoster));
        used = Poster(venue, old);
        Assert.Equal([PosterRules.NotVoid], Forbids(() => old.Print(venue, Today)));

        venue.Change(Details(name: "样例村新卫生室"), "改了名", [], Pack(), Clerk, Now, Today);
        Assert.Equal([PosterRules.VenueApproved], Forbids(() => used.Print(venue, Today)));
    }

    [Fact]
    public void Who_took_the_old_one_down_is_noted_once_and_not_before_it_was_void()
    {
        var venue = Approved();
        var old = Poster(venue);
        Assert.Equal([PosterRules.VoidBeforeTakenDown], Forbids(() => old.TakeDown("马晓燕", Today, Today)));
        old.Void("店不开了", Today);

        Assert.Equal([PosterRules.TakenDownNamed], Forbids(() => old.TakeDown("", Today, Today)));
        Assert.All(new DateOnly?[] { null, Today.AddDays(-1), Today.AddDays(2) }, day => Assert.Equal([PosterRules.TakenDownAfterVoid], Forbids(() => old.TakeDown("马晓燕", day, Today.AddDays(1)))));
        old.TakeDown("马晓燕", Today.AddDays(1), Today.AddDays(1));
        Assert.Equal([PosterRules.TakenDownOnce], Forbids(() => old.TakeDown("马晓燕", Today, Today)));
    }

    [Fact]
    public void Voiding_says_why()
    {
        var poster = Poster(Approved());
        Assert.Equal([PosterRules.VoidExplained], Forbids(() => poster.Void("", Today)));
    }

    private static RulePack Pack() => Hebei.Pack;
}
