using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using static HealthCode.Tests.Support.VenueCase;

namespace HealthCode.Tests.Domain.Venues;

/// <summary>入场登记: a line of the paper list, as the door's staff wrote it.</summary>
public sealed class VenueEntryTests
{
    [Fact]
    public void A_line_is_kept_as_it_was_written()
    {
        var entry = Key(Line() with { Shown = "身份证" });

        Assert.Equal((Today, new TimeOnly(8, 30), "马德山", "", "身份证", true, "门卫老李", false), (entry.On, entry.At, entry.Name, entry.CardNumber, entry.Shown, entry.FoundNormal, entry.Staff, entry.NeedsLook));
    }

    [Theory]
    [InlineData("ningxia")]
    [InlineData("national")]
    public void Where_the_notices_keep_no_entries_none_is_written(string province)
    {
        var pack = RulePacks.InForce(province, Today);
        Assert.Equal([EntryRules.ProvinceKeepsEntries], Forbids(() => VenueEntry.Key(Approved(pack: pack), Line(), "0001", null, pack, Clerk, Now)));
    }

    [Fact]
    public void Not_normal_is_for_the_office_to_look_at_and_refuses_nobody()
    {
        var entry = Key(Line(foundNormal: false));
        Assert.Equal((true, null), (entry.NeedsLook, entry.HandledAt));
        Assert.Equal([EntryRules.HandlingNamed], Forbids(() => entry.Handle("", Clerk, Now)));
        entry.Handle("打电话问过，已去发热门诊", Clerk, Now);

        Assert.Equal([EntryRules.Unhandled], Forbids(() => entry.Handle("又问", Clerk, Now)));
        Assert.Equal([EntryRules.Unhandled], Forbids(() => Key(Line()).Handle("没事", Clerk, Now)));
    }

    [Theory]
    [InlineData(-1, 23, 0, "open")]
    [InlineData(0, 9, 30, "")]
    [InlineData(0, 9, 31, "future")]
    [InlineData(1, 0, 0, "future")]
    public void Nobody_went_in_before_the_venue_opened_or_in_the_future(int days, int hour, int minute, string broken)
    {
        var rules = EntryRules.Validate(Approved(), Line() with { On = Today.AddDays(days), At = new(hour, minute) }, "0001", null, Pack(), Now).Select(breach => breach.Rule);

        Assert.Equal(broken switch { "open" => [EntryRules.VenueWasOpen], "future" => [EntryRules.NotInFuture], _ => [] }, rules);
    }

    [Fact]
    public void Nobody_went_in_where_nothing_was_approved() =>
        Assert.Equal([EntryRules.VenueWasOpen], Forbids(() => VenueEntry.Key(Waiting(), Line(), "0001", null, Pack(), Clerk, Now)));

    [Theory]
    [InlineData("0002")]
    [InlineData("")]
    public void The_list_of_another_venue_is_found_by_its_number(string number)
    {
        var broken = Assert.Throws<RuleBrokenException>(() => VenueEntry.Key(Approved(1), Line(), number, null, Pack(), Clerk, Now));

        Assert.Equal(EntryRules.ListOfVenue, Assert.Single(broken.Breaches).Rule);
        Assert.EndsWith("0001。", broken.Breaches[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_has_a_day_a_time_somebody_a_judgement_and_who_wrote_it() => Assert.Equal(
        [EntryRules.HasDay, EntryRules.HasTime, EntryRules.HasPerson, EntryRules.TemperatureTicked, EntryRules.StaffNamed],
        Forbids(() => Key(new(null, null, "", "", "", null, ""))));

    [Fact]
    public void Who_was_keyed_twice_is_said()
    {
        var first = Key(Line());
        var broken = Assert.Throws<RuleBrokenException>(() => VenueEntry.Key(Approved(), Line(), "0001", first, Pack(), Clerk, Now));

        Assert.Equal(EntryRules.NotTwice, Assert.Single(broken.Breaches).Rule);
        Assert.Contains(Clerk.Name, broken.Breaches[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_is_the_same_by_his_card_or_else_by_his_name()
    {
        Assert.Equal(Line().Mark, (Line() with { At = new(9, 0), Shown = "卡" }).Mark);
        Assert.NotEqual(Line().Mark, Line("马德水").Mark);
        Assert.NotEqual(Line().Mark, (Line("") with { CardNumber = HealthCode.Tests.Support.LawfulCase.Number().Value }).Mark);
    }

    private static RulePack Pack() => Hebei.Pack;

    private static VenueEntry Key(EntryLine line) => VenueEntry.Key(Approved(), line, "0001", null, Pack(), Clerk, Now);
}
