using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Residents;

/// <summary>A roster is corrected and never overwritten: every change leaves what stood there, with its reason.</summary>
public sealed class ResidentChangesTests
{
    private static readonly RosterLine Line = new() { Person = Applicant, Address = "样例村3组8号", HouseholdNumber = "3-8", RelationToHead = RosterLine.Head, VillageGroup = "3组" };

    private static int _sequence;

    [Fact]
    public void A_correction_replaces_everything_and_leaves_what_stood_there()
    {
        var resident = Entered(Line with { Note = "独居" });

        var former = resident.Correct(Line with { Address = "样例村3组9号", CareNeeds = CareNeeds.LivesAlone | CareNeeds.Bedridden }, "门牌写错了", [], Clerk, Now, Today);

        Assert.Equal((1, "门牌写错了", Clerk, "样例村3组8号", "独居"), (former.Number, former.Reason, former.By, former.Content.Address, former.Content.Note));
        Assert.Equal((2, "样例村3组9号", "", "独居、卧床"), (resident.Version, resident.Address, resident.Note, resident.CareNeeds.ChineseName()));
    }

    [Fact]
    public void A_correction_says_why() => Assert.Equal([RosterRules.ChangeHasReason], Forbids(() => Entered(Line).Correct(Line, "", [], Clerk, Now, Today)));

    [Fact]
    public void An_imported_line_that_changes_nothing_leaves_no_version()
    {
        var resident = Entered(Line);

        Assert.Null(resident.Update(Line, "导入表格", Clerk, Now, Today));
        Assert.Equal(1, resident.Version);
        Assert.Equal("样例村3组8号", resident.Update(Line with { Address = "样例村5组1号" }, "导入表格", Clerk, Now, Today)!.Content.Address);
        Assert.Equal(2, resident.Version);
    }

    [Fact]
    public void A_household_number_is_one_household_with_one_head()
    {
        var head = Entered(Line);

        Assert.Equal([RosterRules.OneHead], Rules(RosterRules.ValidateHousehold(Line, [head])));
        Assert.Equal([RosterRules.OneNumberOneHousehold], Rules(RosterRules.ValidateHousehold(Line with { VillageGroup = "5组", RelationToHead = "子" }, [head])));
        Assert.Empty(RosterRules.ValidateHousehold(Line with { RelationToHead = "子" }, [head]));
        Assert.Empty(RosterRules.ValidateHousehold(Line with { HouseholdNumber = "" }, [head]));
        Assert.Equal([RosterRules.HouseholdHasNumber], Forbids(() => Household.Of(Office(), "")));
    }

    [Fact]
    public void Who_moves_away_or_dies_stays_in_the_roster_and_may_come_back()
    {
        var resident = Entered(Line);

        var former = resident.Leave(ResidentState.MovedAway, Today.AddDays(-1), "迁往银川", Clerk, Now, Today);
        Assert.Equal((ResidentState.MovedAway, Today.AddDays(-1), "迁出，2020年3月4日，迁往银川"), (resident.State, resident.LeftOn, former.Reason));
        Assert.Equal([RosterRules.IsHere], Forbids(() => resident.Leave(ResidentState.Died, Today, "", Clerk, Now, Today)));

        Assert.Equal([RosterRules.ChangeHasReason], Forbids(() => resident.Return("", Clerk, Now)));
        resident.Return("搬回来了", Clerk, Now);
        Assert.Equal((true, null, 3), (resident.IsHere, resident.LeftOn, resident.Version));
        Assert.Equal([RosterRules.HasLeft], Forbids(() => resident.Return("搬回来了", Clerk, Now)));
    }

    [Fact]
    public void One_leaves_after_his_birth_and_not_tomorrow()
    {
        Assert.Equal([RosterRules.LeftInTime], Forbids(() => Entered(Line).Leave(ResidentState.Died, Today.AddDays(1), "", Clerk, Now, Today)));
        Assert.Equal([RosterRules.LeftInTime], Forbids(() => Entered(Line).Leave(ResidentState.Died, Applicant.BirthDate.AddDays(-1), "", Clerk, Now, Today)));
        Assert.Equal(Applicant.BirthDate, Left(Entered(Line), Applicant.BirthDate).LeftOn);
    }

    [Fact]
    public void A_double_goes_into_the_entry_that_stays_and_both_keep_what_stood_there()
    {
        var (kept, other) = (Entered(Line), Entered(Line with { Person = Applicant with { Document = Forced("642123194802290031") }, Address = "样例村3组", Note = "听力不好" }));
        other.NoteCode(CodeSource.Told, Today.AddDays(-3), "", Today);

        var versions = other.MergeInto(kept, Line with { Note = "听力不好" }, "拿户口簿核对过", [kept, other], Clerk, Now, Today);

        Assert.Equal(["样例村3组", "样例村3组8号"], versions.Select(version => version.Content.Address));
        Assert.Equal((ResidentState.Merged, kept.Id, false), (other.State, other.MergedInto, other.IsHere));
        Assert.Equal(("听力不好", 2, Today.AddDays(-3)), (kept.Note, kept.Version, kept.CodeKnownOn));
        Assert.Equal([RosterRules.NotMergedYet], Forbids(() => other.MergeInto(kept, Line, "再来一次", [], Clerk, Now, Today)));
        Assert.Equal([RosterRules.TwoEntries], Forbids(() => kept.MergeInto(kept, Line, "同一条", [], Clerk, Now, Today)));
    }

    [Fact]
    public void Two_valid_numbers_are_two_people()
    {
        var other = Entered(Line with { Person = Applicant with { Document = Right("11010519491231002X"), BirthDate = new(1949, 12, 31), Sex = Sex.Female } });

        Assert.Equal([RosterRules.OneNumberEach], Forbids(() => other.MergeInto(Entered(Line), Line, "看着像", [], Clerk, Now, Today)));
    }

    [Fact]
    public void A_code_is_known_from_the_day_it_was_seen_and_its_value_is_not_kept()
    {
        var resident = Entered(Line);

        Assert.Equal([RosterRules.CodeSeenAlready], Forbids(() => resident.NoteCode(CodeSource.Shown, Today.AddDays(1), "", Today)));
        resident.NoteCode(CodeSource.HelpedHere, Today, "孙女马小红", Today);
        Assert.Equal((Today, CodeSource.HelpedHere, "孙女马小红"), (resident.CodeKnownOn, resident.CodeKnownFrom, resident.CodeHelper));
        resident.DropCode();
        Assert.Equal((null, null), (resident.CodeKnownOn, resident.CodeKnownFrom));
        Assert.DoesNotContain(typeof(Resident).GetProperties(), property => property.PropertyType == typeof(HealthCodeResult));
    }

    [Theory]
    [InlineData("3组", "12", "00000003组|00000012")]
    [InlineData("10组", "3-8", "00000010组|00000003-00000008")]
    [InlineData("", "", "|")]
    public void Groups_and_households_are_sorted_by_their_numbers(string group, string household, string key) =>
        Assert.Equal(key, Entered(Line with { VillageGroup = group, HouseholdNumber = household, RelationToHead = "" }).SortKey);

    [Theory]
    [InlineData("1940-03-05", "80 岁以上")]
    [InlineData("1940-03-06", "")]
    [InlineData("2017-03-06", "婴幼儿")]
    [InlineData("2017-03-05", "")]
    public void Groups_of_age_go_by_the_birthday(string born, string groups)
    {
        var resident = Entered(Line with { Person = new(PersonName.Restore("MARIA SANTOS"), Sex.Female, Day(born), IdentityDocument.Restore(IdentityDocumentKind.Passport, "P7654321A", null, false)) });

        Assert.Equal(groups, string.Join('、', SpecialGroups.Of(resident, Today).Select(group => group.ChineseName())));
    }

    [Fact]
    public void The_years_that_do_not_decide_are_looked_at_by_the_day()
    {
        Assert.Equal([1940, 2017], SpecialGroups.DividedBirthYears(Today));
        Assert.Equal((DateOnly.MinValue.Year, 1940), SpecialGroup.Aged.BirthYears(Today));
        Assert.Equal((2017, 2020), SpecialGroup.Infant.BirthYears(Today));
        Assert.Null(SpecialGroup.Pupil.BirthYears(Today));
    }

    private static Resident Left(Resident resident, DateOnly on)
    {
        resident.Leave(ResidentState.Died, on, "", Clerk, Now, Today);
        return resident;
    }

    private static IdentityDocument Right(string number) => IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, number, null, false);

    private static IdentityDocument Forced(string number) => IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, number, "照户口簿", true);

    /// <summary>A resident as the database returns him: with a key.</summary>
    private static Resident Entered(RosterLine line)
    {
        var resident = Resident.Enter(Office(), line, Today);
        typeof(Resident).GetProperty(nameof(Resident.Id))!.SetValue(resident, (long)++_sequence);
        return resident;
    }

    private static IEnumerable<Rule> Rules(IReadOnlyList<Breach> breaches) => breaches.Select(breach => breach.Rule);
}
