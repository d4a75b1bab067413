using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Domain.Rules.HealthCodeResult;

namespace HealthCode.Tests.Domain.HealthStatuses;

/// <summary>赋码转换 of the four packs, day by day.</summary>
public sealed class DerivedStatusTests
{
    private static readonly DateOnly First = new(2020, 2, 25);

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, Green)]
    [InlineData(1, Green)]
    [InlineData(2, Green)]
    [InlineData(3, Green)]
    [InlineData(4, Gray)]
    [InlineData(13, Gray)]
    [InlineData(14, Gray)]
    [InlineData(15, Gray)]
    public void Ningxia_green_is_grey_on_the_fourth_day_without_a_check_in(int day, HealthCodeResult? expected)
    {
        Assert.Equal(expected, Of(Ningxia.Pack, new() { Days = [new(First, false, true)] }, day)?.Result);
        Assert.Equal(expected, Of(Ningxia.Pack, new() { KeptSince = First }, day)?.Result);
    }

    [Theory]
    // 2020 has a 29 February, 2021 has none.
    [InlineData("2020-02-26", "2020-02-29", "2020-03-01")]
    [InlineData("2021-02-26", "2021-03-01", "2021-03-02")]
    [InlineData("2020-03-29", "2020-04-01", "2020-04-02")]
    [InlineData("2020-12-30", "2021-01-02", "2021-01-03")]
    public void Grey_at_the_end_of_a_month(string checkedIn, string lastGreen, string firstGray)
    {
        var facts = new HealthFacts { Days = [new(Day(checkedIn), false, true)] };

        Assert.Equal(Green, DerivedStatus.Of(Ningxia.Pack.HealthCode, facts, Day(lastGreen))!.Result);
        Assert.Equal(Gray, DerivedStatus.Of(Ningxia.Pack.HealthCode, facts, Day(firstGray))!.Result);
        Assert.Equal(Day(firstGray), DerivedStatus.Of(Ningxia.Pack.HealthCode, facts, Day(lastGreen))!.GrayOn);
    }

    [Fact]
    public void Ningxia_grey_is_green_again_at_once_by_a_check_in()
    {
        var facts = new HealthFacts { Days = Reported("0,9") };

        Assert.Equal(Gray, Of(Ningxia.Pack, facts, 8)!.Result);
        Assert.Equal(Green, Of(Ningxia.Pack, facts, 9)!.Result);
    }

    [Theory]
    [InlineData("0-13", -1, null)]
    [InlineData("0-13", 0, Yellow)]
    [InlineData("0-13", 1, Yellow)]
    [InlineData("0-13", 2, Yellow)]
    [InlineData("0-13", 3, Yellow)]
    [InlineData("0-13", 4, Yellow)]
    [InlineData("0-13", 12, Yellow)]
    [InlineData("0-13", 13, Green)]
    [InlineData("0-13", 14, Green)]
    [InlineData("0-13", 15, Green)]
    [InlineData("0-13", 16, Green)]
    [InlineData("0-13", 17, Gray)]
    // Not yet reported today.
    [InlineData("0-12", 13, Yellow)]
    // A missed day, and the same day filled afterwards.
    [InlineData("0-6,8-14", 14, Yellow)]
    [InlineData("0-6,8-20", 20, Yellow)]
    [InlineData("0-6,8-21", 21, Green)]
    [InlineData("0-6,7,8-13", 13, Green)]
    public void Ningxia_yellow_is_green_after_14_days_reported_in_a_row(string reported, int day, HealthCodeResult? expected)
    {
        foreach (var ground in (HealthGround[])[HealthGround.CloseContact, HealthGround.Returnee, HealthGround.HighRisk])
        {
            var facts = new HealthFacts { Grounds = [new(ground, First)], Days = Reported(reported) };
            // Before the ground he is whatever was reported, which is nothing.
            Assert.Equal(expected, Of(Ningxia.Pack, facts, day)?.Result);
        }
    }

    [Fact]
    public void In_ningxia_what_was_reported_counts_and_not_whether_it_was_normal() =>
        Assert.Equal(Green, Of(Ningxia.Pack, new() { Grounds = [new(HealthGround.CloseContact, First)], Days = Reported("0-13", isNormal: false) }, 13)!.Result);

    [Fact]
    public void Reports_of_an_institution_do_not_turn_yellow_green_and_ones_own_do_not_turn_red_yellow()
    {
        Assert.Equal(Yellow, Of(Ningxia.Pack, new() { Grounds = [new(HealthGround.CloseContact, First)], Days = Reported("0-40", byInstitution: true) }, 40)!.Result);
        Assert.Equal(Red, Of(Ningxia.Pack, new() { Grounds = [new(HealthGround.Case, First, First)], Days = Reported("0-40") }, 40)!.Result);
    }

    [Theory]
    [InlineData(0, Red)]
    [InlineData(12, Red)]
    [InlineData(13, Yellow)]
    [InlineData(14, Yellow)]
    [InlineData(15, Yellow)]
    [InlineData(26, Yellow)]
    [InlineData(27, Green)]
    [InlineData(28, Green)]
    public void Ningxia_red_is_yellow_and_then_green_28_days_at_least(int day, HealthCodeResult expected)
    {
        var facts = new HealthFacts { Grounds = [new(HealthGround.Case, First.AddDays(-30), First)], Days = [.. Reported("0-13", byInstitution: true), .. Reported("0-40")] };

        Assert.Equal(expected, Of(Ningxia.Pack, facts, day)!.Result);
    }

    [Fact]
    public void Nothing_is_counted_before_the_cure_is_recorded()
    {
        var facts = new HealthFacts { Grounds = [new(HealthGround.Case, First)], Days = Reported("0-60", byInstitution: true) };

        var status = Of(Ningxia.Pack, facts, 40)!;

        Assert.Equal((Red, true, (ConsecutiveDays?)null), (status.Result, status.AwaitsCure, status.Count));
        Assert.Equal(Red, Of(Ningxia.Pack, facts with { Grounds = [new(HealthGround.Case, First, First.AddDays(50))] }, 40)!.Result);
        Assert.Equal(Yellow, Of(Ningxia.Pack, facts with { Grounds = [new(HealthGround.Case, First, First.AddDays(20))] }, 40)!.Result);
    }

    [Theory]
    [InlineData(HealthGround.Case, Red)]
    [InlineData(HealthGround.CloseContact, Red)]
    [InlineData(HealthGround.FeverMedicine, Yellow)]
    [InlineData(HealthGround.HighRisk, Yellow)]
    [InlineData(HealthGround.FeverClinic, Yellow)]
    [InlineData(HealthGround.Returnee, Yellow)]
    [InlineData(HealthGround.Symptoms, Yellow)]
    public void Hainan_is_green_in_one_step_after_14_normal_days(HealthGround ground, HealthCodeResult before)
    {
        var facts = new HealthFacts { Grounds = [new(ground, First)], Days = Reported("0-14") };

        foreach (var day in (int[])[0, 1, 2, 3, 4, 12])
        {
            Assert.Equal(before, Of(Hainan.Pack, facts, day)!.Result);
        }

        foreach (var day in (int[])[13, 14, 15, 40])
        {
            Assert.Equal(Green, Of(Hainan.Pack, facts, day)!.Result);
        }
    }

    [Fact]
    public void In_hainan_a_day_that_was_not_normal_starts_the_count_anew_and_nothing_turns_grey()
    {
        var facts = new HealthFacts { Grounds = [new(HealthGround.CloseContact, First)], Days = [.. Reported("0-20"), new(First.AddDays(5), false, false)] };

        Assert.Equal((Red, First.AddDays(5)), Of(Hainan.Pack, facts, 18) is { } status ? (status.Result, status.Count!.BrokenOn!.Value) : default);
        Assert.Equal(Green, Of(Hainan.Pack, facts, 19)!.Result);
        Assert.Equal(Green, Of(Hainan.Pack, new() { Days = Reported("0") }, 300)!.Result);
    }

    [Fact]
    public void Hebei_draws_nothing_from_facts_and_the_national_platform_a_warning_alone()
    {
        foreach (var ground in Enum.GetValues<HealthGround>())
        {
            var facts = new HealthFacts { Grounds = [new(ground, First)], Days = Reported("0-40"), KeptSince = First };
            Assert.All(Enumerable.Range(-1, 40), day => Assert.Null(Of(Hebei.Pack, facts, day)));
            Assert.All(Enumerable.Range(0, 40), day => Assert.Equal(
                ground is HealthGround.Case or HealthGround.CloseContact ? Notice : (HealthCodeResult?)null, Of(National.Pack, facts, day)?.Result));
        }
    }

    [Fact]
    public void A_close_contact_is_yellow_in_ningxia_red_in_hainan_and_never_converted()
    {
        var facts = new HealthFacts { Grounds = [new(HealthGround.CloseContact, First)] };

        Assert.Equal((Yellow, Red), (Of(Ningxia.Pack, facts, 0)!.Result, Of(Hainan.Pack, facts, 0)!.Result));
        foreach (var pack in RulePacks.All)
        {
            Assert.All(pack.HealthCode.Grounds.Select(each => each.Result).Concat(pack.HealthCode.Transitions.SelectMany(each => new[] { each.From, each.To })), result => Assert.Contains(result, pack.HealthCode.Values.Select(value => value.Result)));
        }
    }

    [Fact]
    public void The_gravest_ground_speaks_and_of_two_alike_the_one_that_lasts_longer()
    {
        var facts = new HealthFacts { Grounds = [new(HealthGround.Returnee, First.AddDays(3)), new(HealthGround.CloseContact, First), new(HealthGround.Case, First.AddDays(20))], Days = Reported("0-40") };

        Assert.Equal(HealthGround.CloseContact, Of(Ningxia.Pack, facts, 2)!.Ground!.Ground);
        Assert.Equal(HealthGround.Returnee, Of(Ningxia.Pack, facts, 14)!.Ground!.Ground);
        Assert.Equal(HealthGround.Case, Of(Ningxia.Pack, facts, 20)!.Ground!.Ground);
    }

    [Fact]
    public void It_says_colour_ground_days_and_quotes_the_clause()
    {
        var status = Of(Ningxia.Pack, new() { Grounds = [new(HealthGround.CloseContact, First)], Days = Reported("5-13") }, 13)!;

        Assert.Equal("黄码：密切接触者（2月25日起）；连续第 9 天，还差 5 天，最早3月14日转为绿码", status.Sentence(Ningxia.Pack.HealthCode));
        Assert.Equal("宁疫指办发〔2020〕66号 附件 四(一)3", status.Citation.Place);
        Assert.Equal("红码：确诊病例（含临床诊断）、疑似病例（2月25日起）；还没有记医院治愈，治愈后由隔离机构每日上报", Of(Ningxia.Pack, new() { Grounds = [new(HealthGround.Case, First)] }, 3)!.Sentence(Ningxia.Pack.HealthCode));
        Assert.Equal("绿码；2月29日变为灰码，除非在这以前打卡", Of(Ningxia.Pack, new() { Days = Reported("0") }, 2)!.Sentence(Ningxia.Pack.HealthCode));
        Assert.Equal("按规则推算，仅供工作提示，以“我的宁夏”为准", Ningxia.Pack.HealthCode.Caution);
    }

    [Fact]
    public void Nothing_recorded_gives_nothing() => Assert.All(RulePacks.All, pack => Assert.Null(Of(pack, new(), 10)));

    [Fact]
    public void It_is_never_green_while_a_count_of_days_runs() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
        {
            foreach (var pack in RulePacks.All.Where(pack => pack.HealthCode.Transitions.Count > 0))
            {
                var status = DerivedStatus.Of(pack.HealthCode, history.Facts, history.Today);
                if (status?.Result == pack.HealthCode.Values[0].Result && history.Facts.Grounds.Any(ground => ground.Since <= history.Today && !IsOver(pack.HealthCode, ground, history.Facts, history.Today)))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>The notices' sentence once more, by looking for the days themselves.</summary>
    private static bool IsOver(HealthCodeTerms terms, RecordedGround ground, HealthFacts facts, DateOnly today)
    {
        if (terms.Grounds.All(each => each.Ground != ground.Ground))
        {
            return true;
        }

        var days = facts.Days.Where(each => each.Day >= ground.Since && each.Day <= today).ToList();
        bool HasRun(Func<DateOnly, bool> counts, DateOnly from, int length, out DateOnly last)
        {
            for (var first = from; first.AddDays(length - 1) <= today; first = first.AddDays(1))
            {
                if (Enumerable.Range(0, length).All(day => counts(first.AddDays(day))))
                {
                    last = first.AddDays(length - 1);
                    return true;
                }
            }

            last = default;
            return false;
        }

        if (terms.Transitions.Any(each => each.Counts == CountedReports.Normal))
        {
            return HasRun(day => days.Any(each => each.Day == day) && days.All(each => each.Day != day || each.IsNormal), ground.Since, terms.Transitions[0].Days, out _);
        }

        var from = ground.Since;
        if (ground.Ground is HealthGround.Case or HealthGround.FeverCase)
        {
            if (ground.CuredOn is not { } cured || !HasRun(day => days.Any(each => each.Day == day && each.ByInstitution), cured > from ? cured : from, 14, out var last))
            {
                return false;
            }

            from = last.AddDays(1);
        }

        return HasRun(day => days.Any(each => each.Day == day && !each.ByInstitution), from, 14, out _);
    }

    private static FsCheck.Gen<(HealthFacts Facts, DateOnly Today)> Histories =>
        from grounds in (from ground in Gen.Elements(Enum.GetValues<HealthGround>())
                         from since in Gen.Choose(0, 30)
                         from cured in Gen.Choose(-10, 20)
                         select new RecordedGround(ground, First.AddDays(since), cured < 0 ? null : First.AddDays(since + cured))).ListOf(2)
        from missed in Gen.Choose(0, 70).ListOf(3)
        from institution in Gen.Choose(0, 40)
        from abnormal in Gen.Choose(0, 200)
        from today in Gen.Choose(0, 70)
        select (new HealthFacts
        {
            Grounds = [.. grounds],
            Days = [.. Enumerable.Range(0, 71).Except(missed).Select(day => new ReportedDay(First.AddDays(day), day < institution, day != abnormal))],
        }, First.AddDays(today));

    private static DerivedStatus? Of(RulePack pack, HealthFacts facts, int day) => DerivedStatus.Of(pack.HealthCode, facts, First.AddDays(day));

    private static ReportedDay[] Reported(string days, bool byInstitution = false, bool isNormal = true) =>
        [.. ConsecutiveDaysTests.Days(days).Select(day => new ReportedDay(day, byInstitution, isNormal))];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
