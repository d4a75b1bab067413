using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using static HealthCode.Tests.Support.VenueCase;

namespace HealthCode.Tests.Domain.Venues;

/// <summary>张贴检查: each sheet, where it hangs; what was missing and when it was put right.</summary>
public sealed class PostingCheckTests
{
    [Fact]
    public void What_hangs_says_where_and_what_is_missing_stays_open_until_it_is_mended()
    {
        var check = Note(Sheets(Hebei.Pack, NoticeKind.Supervision));

        Assert.Equal((true, true), (check.HasMissing, check.IsOpen));
        Assert.Equal([NoticeKind.Supervision], check.Missing);
        Assert.Equal([PostingRules.MenderNamed], Forbids(() => check.Mend("", Today, Today)));
        Assert.All(new DateOnly?[] { null, Today.AddDays(-1), Today.AddDays(3) }, day => Assert.Equal([PostingRules.MendedAfterCheck], Forbids(() => check.Mend("马晓燕", day, Today.AddDays(2)))));

        check.Mend("马晓燕", Today.AddDays(2), Today.AddDays(2));
        Assert.False(check.IsOpen);
        Assert.Equal([PostingRules.SomethingMissing], Forbids(() => check.Mend("马晓燕", Today.AddDays(2), Today.AddDays(2))));
    }

    [Fact]
    public void Where_everything_hangs_nothing_is_mended()
    {
        var check = Note(Sheets(Hebei.Pack));

        Assert.False(check.HasMissing);
        Assert.Equal([PostingRules.SomethingMissing], Forbids(() => check.Mend("马晓燕", Today, Today)));
    }

    [Fact]
    public void Each_sheet_is_answered_and_the_sentence_names_it()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Note(Sheets(Ningxia.Pack)));

        Assert.Equal(PostingRules.EachAnswered, Assert.Single(broken.Breaches).Rule);
        Assert.EndsWith("场所码海报。", broken.Breaches[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(new Field(PostingField.Hangs, 5), broken.Breaches[0].Field);
    }

    [Fact]
    public void What_hangs_hangs_somewhere() =>
        Assert.Equal([PostingRules.PlaceNamed], Forbids(() => Note([.. Sheets(Hebei.Pack).Skip(1), new(NoticeKind.HowToApply, true, "")])));

    [Fact]
    public void Somebody_looked_on_a_day_that_has_come()
    {
        Assert.Equal([PostingRules.CheckedByToday], Forbids(() => Note(Sheets(Hebei.Pack), Today.AddDays(1))));
        Assert.Equal([PostingRules.CheckerNamed], Forbids(() => PostingCheck.Note(Approved(), Today, "", Sheets(Hebei.Pack), Hebei.Pack, Clerk, Now, Today)));
        Assert.Equal(Today.AddDays(-9), Note(Sheets(Hebei.Pack), Today.AddDays(-9)).On);
    }

    [Fact]
    public void A_closed_venue_has_no_door()
    {
        var venue = Approved();
        venue.Close("店不开了", Today);

        Assert.Equal([PostingRules.VenueLives], Forbids(() => PostingCheck.Note(venue, Today, "马晓燕", Sheets(Hebei.Pack), Hebei.Pack, Clerk, Now, Today)));
    }

    private static PostingCheck Note(IReadOnlyList<PostedSheet> sheets, DateOnly? on = null) => PostingCheck.Note(Approved(), on ?? Today, "马晓燕", sheets, Hebei.Pack, Clerk, Now, Today);
}
