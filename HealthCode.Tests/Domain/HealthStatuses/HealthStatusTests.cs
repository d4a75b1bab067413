using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.HealthStatuses;

/// <summary>健康状态: what is written down of a resident, and whether he is asked today.</summary>
public sealed class HealthStatusTests
{
    private static readonly NotedGround Contact = new(HealthGround.CloseContact, Today, null, "县疾控中心", Clerk, Now);

    [Fact]
    public void An_official_result_is_written_down_with_consent_and_never_from_another_province()
    {
        var person = Status();

        Assert.Equal([HealthStatusRules.HasConsent], Forbids(() => person.Note(Official(HealthCodeResult.Green) with { Consent = "" }, Ningxia.Pack, Now)));
        Assert.Equal([HealthStatusRules.IsOfProvince], Forbids(() => person.Note(Official(HealthCodeResult.NothingFound), Ningxia.Pack, Now)));
        Assert.Equal([HealthStatusRules.IsOfProvince], Forbids(() => person.Note(Official(HealthCodeResult.Gray), Hainan.Pack, Now)));
        Assert.Equal([HealthStatusRules.SeenAlready], Forbids(() => person.Note(Official(HealthCodeResult.Green) with { SeenAt = Now.AddSeconds(1) }, Ningxia.Pack, Now)));
        Assert.Null(person.LatestOfficial);

        person.Note(Official(HealthCodeResult.Yellow), Ningxia.Pack, Now);
        person.Note(Official(HealthCodeResult.Green) with { SeenAt = Now.AddDays(-1) }, Ningxia.Pack, Now);
        Assert.Equal((2, HealthCodeResult.Yellow), (person.Official.Count, person.LatestOfficial!.Result));
    }

    [Fact]
    public void A_ground_is_one_of_the_notices_has_begun_says_who_told_it_and_is_noted_once()
    {
        var person = Status();

        Assert.Equal([HealthStatusRules.GroundKnown], Forbids(() => person.Note(Contact with { Ground = HealthGround.FeverMedicine }, Ningxia.Pack, Today)));
        Assert.Equal([HealthStatusRules.GroundKnown], Forbids(() => person.Note(Contact, Hebei.Pack, Today)));
        Assert.Equal([HealthStatusRules.GroundHasBegun, HealthStatusRules.GroundHasSource], Forbids(() => person.Note(Contact with { Since = Today.AddDays(1), ToldBy = "" }, Ningxia.Pack, Today)));
        person.Note(Contact, Ningxia.Pack, Today);
        Assert.Equal([HealthStatusRules.GroundOnce], Forbids(() => person.Note(Contact, Ningxia.Pack, Today)));
    }

    [Fact]
    public void Only_a_case_is_cured_after_it_began()
    {
        var person = Status();
        person.Note(Contact, Ningxia.Pack, Today);
        Assert.Equal([HealthStatusRules.CuredCase], Forbids(() => person.Cure(Today, Today)));

        person.Note(Contact with { Ground = HealthGround.Case }, Ningxia.Pack, Today);
        Assert.Equal([HealthStatusRules.CuredInTime], Forbids(() => person.Cure(Today.AddDays(-1), Today)));
        Assert.Equal([HealthStatusRules.CuredInTime], Forbids(() => person.Cure(Today.AddDays(1), Today)));
        person.Cure(Today, Today);

        Assert.Equal(Today, Assert.Single(person.Facts([]).Grounds, each => each.Ground == HealthGround.Case).CuredOn);
        Assert.Equal([HealthStatusRules.CuredCase], Forbids(() => person.Cure(Today, Today)));
    }

    [Fact]
    public void Nobody_keeps_up_the_code_of_who_has_moved_away_or_died()
    {
        var gone = Villager();
        gone.Leave(ResidentState.MovedAway, Today, "", Clerk, Now, Today);

        Assert.Equal([HealthStatusRules.IsHere], Forbids(() => Status().KeepUp(gone, "本人", Today)));
    }

    [Fact]
    public void A_code_is_kept_up_with_consent()
    {
        Assert.Equal([HealthStatusRules.HasConsent], Forbids(() => Status().KeepUp(Villager(), "", Today)));
        var person = Kept();
        person.StopKeepingUp();
        Assert.Equal(((DateOnly?)null, ""), (person.KeptSince, person.Consent));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, DueReason.GrayTomorrow)]
    [InlineData(4, DueReason.Gray)]
    [InlineData(15, DueReason.Gray)]
    public void In_ningxia_a_kept_green_code_is_asked_for_the_day_before_it_turns_grey(int day, DueReason? reason) =>
        Assert.Equal(reason, Due(Kept(), Ningxia.Pack, Today.AddDays(day))?.Reason);

    [Fact]
    public void In_ningxia_who_has_only_the_card_is_never_asked() =>
        Assert.All(Enumerable.Range(0, 60), day => Assert.Null(Due(Status(), Ningxia.Pack, Today.AddDays(day))));

    [Fact]
    public void Who_is_counting_days_or_under_observation_is_asked_every_day_until_it_is_over()
    {
        var person = Status();
        person.Note(Contact, Ningxia.Pack, Today);
        Assert.Equal((DueReason.Counting, "连续上报：还没有开始，要满 14 天，最早3月18日"), Due(person, Ningxia.Pack, Today) is { } due ? (due.Reason, due.Words) : default);

        var observation = Observation.Start(Villager(), ObservationPlace.Home, Today, new() { Ground = HealthGround.CloseContact }, [], Ningxia.Pack, Clerk, Now);
        Assert.Equal((DueReason.Observation, "医学观察第 9 天，还没有打过卡"), Due(person, Ningxia.Pack, Today.AddDays(9), observation) is { } observed ? (observed.Reason, observed.Words) : default);
        observation.Finish(new(Today.AddDays(9), "x"), Today.AddDays(9));
        Assert.Equal(DueReason.Counting, Due(person, Ningxia.Pack, Today.AddDays(10), observation)!.Reason);
    }

    [Fact]
    public void Hainan_asks_everyone_and_hebei_and_the_national_platform_nobody()
    {
        Assert.Equal(DueReason.Everyone, Due(Status(), Hainan.Pack, Today)!.Reason);
        Assert.Null(Due(Kept(), Hebei.Pack, Today.AddDays(9)));
        Assert.Null(Due(Kept(), National.Pack, Today.AddDays(9)));
    }

    [Fact]
    public void Who_has_checked_in_today_is_asked_no_more_and_who_missed_days_is_told_so()
    {
        Assert.Null(Due(Status(), Hainan.Pack, Today, lastDay: Today));
        Assert.Equal("每日打卡", Due(Status(), Hainan.Pack, Today, lastDay: Today.AddDays(-1))!.Words);
        Assert.Equal("每日打卡，3月3日起没有打卡", Due(Status(), Hainan.Pack, Today, lastDay: Today.AddDays(-3))!.Words);
    }

    [Fact]
    public void A_ground_noted_by_mistake_is_withdrawn_with_a_reason_and_nothing_follows_from_it()
    {
        var person = Status();
        person.Note(Contact, Ningxia.Pack, Today);
        Assert.Equal([HealthStatusRules.WithdrawalHasReason], Forbids(() => person.Withdraw(0, "")));
        Assert.Equal([HealthStatusRules.WithdrawnOnce], Forbids(() => person.Withdraw(1, "登记错了人")));

        person.Withdraw(0, "登记错了人");

        Assert.Equal((false, "登记错了人"), (person.HasGrounds, Assert.Single(person.Grounds).WithdrawnFor));
        Assert.Null(Due(person, Ningxia.Pack, Today));
        Assert.Null(DerivedStatus.Of(Ningxia.Pack.HealthCode, person.Facts([]), Today));
        Assert.Equal([HealthStatusRules.WithdrawnOnce], Forbids(() => person.Withdraw(0, "又")));
        person.Note(Contact, Ningxia.Pack, Today);
        Assert.True(person.HasGrounds);
    }

    [Fact]
    public void In_ningxia_whoever_has_an_official_result_that_days_are_counted_from_is_asked_daily_in_words_without_a_colour()
    {
        var person = Status();
        person.Note(Official(HealthCodeResult.Yellow) with { SeenAt = Now.AddHours(-1) }, Ningxia.Pack, Now);
        Assert.Equal((DueReason.Counting, "官方结果要每天上报"), Due(person, Ningxia.Pack, Today) is { } due ? (due.Reason, due.Words) : default);

        person.Note(Official(HealthCodeResult.Green), Ningxia.Pack, Now);
        Assert.Null(Due(person, Ningxia.Pack, Today));
    }

    [Fact]
    public void Who_is_observed_and_has_never_reported_is_said_to_be_missing_from_the_second_day_on()
    {
        var observation = Observation.Start(Villager(), ObservationPlace.Home, Today, new() { Ground = HealthGround.CloseContact }, [], Ningxia.Pack, Clerk, Now);

        Assert.Equal("医学观察第 1 天", Due(Status(), Ningxia.Pack, Today.AddDays(1), observation)!.Words);
        Assert.Equal("医学观察第 2 天，还没有打过卡", Due(Status(), Ningxia.Pack, Today.AddDays(2), observation)!.Words);
    }

    [Fact]
    public void The_next_day_is_today_while_today_is_open()
    {
        var contact = Status();
        contact.Note(Contact, Ningxia.Pack, Today);
        Assert.Equal(Today, DueCheckIn.NextDay(contact, [], null, Ningxia.Pack.HealthCode, Today));

        DailyCheckIn.Enter(Villager(), contact, null, Today, CheckInChannel.Desk, new() { OwnWords = "好" }, null, [], Hebei.Pack, Clerk, Now);
        Assert.Equal(Today.AddDays(1), DueCheckIn.NextDay(contact, [new(Today, false, true)], null, Ningxia.Pack.HealthCode, Today));
    }

    [Fact]
    public void Why_he_was_asked_is_said_from_what_is_recorded()
    {
        var contact = Status();
        contact.Note(Contact, Ningxia.Pack, Today);
        var observation = Observation.Start(Villager(), ObservationPlace.Home, Today, new() { Ground = HealthGround.CloseContact }, [], Ningxia.Pack, Clerk, Now);
        var (ningxia, hainan, day) = (Ningxia.Pack.HealthCode, Hainan.Pack.HealthCode, Today.AddDays(4));

        Assert.Equal("医学观察第 4 天，还没有打过卡", DueCheckIn.RecordedReason(contact, observation, null, ningxia, day));
        Assert.Equal("登记过情况，按天上报", DueCheckIn.RecordedReason(contact, null, day.AddDays(-1), ningxia, day));
        Assert.Equal("代为打卡，3月6日起没有打卡", DueCheckIn.RecordedReason(Kept(), null, Today, ningxia, day));
        Assert.Equal("每日打卡，还没有打过卡", DueCheckIn.RecordedReason(null, null, null, hainan, day));
    }

    private static DueCheckIn? Due(HealthStatus person, RulePack pack, DateOnly today, Observation? observation = null, DateOnly? lastDay = null)
    {
        if (lastDay is { } day)
        {
            DailyCheckIn.Enter(Villager(), person, null, day, CheckInChannel.Desk, new() { OwnWords = "好" }, new("本人", BeijingTime.StartOf(day)), [], Hebei.Pack, Clerk, Now);
        }

        return DueCheckIn.Of(person, DerivedStatus.Of(pack.HealthCode, person.Facts([]), today), observation, pack.HealthCode, today);
    }

    private static OfficialResult Official(HealthCodeResult result) => new(result, OfficialSource.Platform, Now, Clerk, "本人");

    private static HealthStatus Kept()
    {
        var person = Status();
        person.KeepUp(Villager(), "本人", Today);
        return person;
    }

    private static HealthStatus Status() => HealthStatus.Of(Villager());

    private static Resident Villager() => Resident.Enter(Office(), new() { Person = Applicant }, Today);
}
