using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.HealthStatuses;

/// <summary>健康打卡: what is asked, what is taken, what is corrected.</summary>
public sealed class DailyCheckInTests
{
    private static readonly CheckInContent InNingxia = new() { Temperature = Celsius("36.5"), Site = MeasuringSite.Forehead, FoundNormal = true };

    private static readonly CheckInContent OnPlatform = new()
    {
        Temperature = Celsius("36.4"), FoundNormal = true, NoSymptoms = true, Address = "样例村3号",
        Exposures = new Dictionary<string, ExposureAnswer> { ["hubei-14"] = ExposureAnswer.No, ["contact-14"] = ExposureAnswer.No },
    };

    private static readonly CheckInContent InHainan = new()
    {
        NoSymptoms = true, Address = "样例村3号", Needs = "降压药",
        Exposures = new Dictionary<string, ExposureAnswer> { ["fever-14"] = ExposureAnswer.No, ["contact-month"] = ExposureAnswer.No, ["hubei-month"] = ExposureAnswer.No },
    };

    [Fact]
    public void A_check_in_is_entered_as_it_was_told()
    {
        var entered = Enter(InNingxia);

        Assert.Equal((Code, Today, CheckInChannel.Desk, 1, true), (entered.OfficeCode, entered.Day, entered.Channel, entered.Version, entered.Reported.IsNormal));
        Assert.Null(entered.Late);
    }

    [Fact]
    public void Ningxia_asks_for_the_days_temperature_and_a_tick_and_nothing_else()
    {
        Assert.Equal([CheckInRules.HasTemperature], Forbids(() => Enter(new())));
        Assert.Equal([CheckInRules.TemperatureTicked], Forbids(() => Enter(InNingxia with { FoundNormal = null })));
        Assert.Equal([CheckInRules.OnTheForm], Forbids(() => Enter(InNingxia with { NoSymptoms = true })));
        Assert.Equal([CheckInRules.OnTheForm], Forbids(() => Enter(InNingxia with { Symptoms = ["发热"], Needs = "口粮", Address = "样例村" })));
        Assert.Equal([CheckInRules.OnTheForm], Forbids(() => Enter(InNingxia with { Exposures = OnPlatform.Exposures })));
        Assert.Equal("嗓子疼", Enter(InNingxia with { OwnWords = "嗓子疼" }).Content.OwnWords);
    }

    [Fact]
    public void A_temperature_of_any_value_is_taken_with_the_tick_a_person_made()
    {
        foreach (var celsius in (string[])["34.0", "36.5", "37.3", "39.9", "42.9"])
        {
            Assert.True(Enter(InNingxia with { Temperature = Celsius(celsius), FoundNormal = true }).Reported.IsNormal);
            Assert.False(Enter(InNingxia with { Temperature = Celsius(celsius), FoundNormal = false }).Reported.IsNormal);
        }

        Assert.False(BodyTemperature.TryParse("33.2", out _, out var fault));
        Assert.Contains("复测", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_national_form_has_its_symptoms_its_questions_and_one_不确定()
    {
        Assert.True(Enter(OnPlatform, National.Pack).Content.IsNormal);
        Assert.Equal([CheckInRules.HasSymptoms], Forbids(() => Enter(OnPlatform with { NoSymptoms = false }, National.Pack)));
        Assert.Equal([CheckInRules.SymptomsExclude], Forbids(() => Enter(OnPlatform with { Symptoms = ["心慌、胸闷"] }, National.Pack)));
        Assert.Equal([CheckInRules.OnTheForm], Forbids(() => Enter(OnPlatform with { NoSymptoms = false, Symptoms = ["咳痰"] }, National.Pack)));
        Assert.Equal([CheckInRules.ExposureAnswered], Forbids(() => Enter(OnPlatform with { Exposures = new Dictionary<string, ExposureAnswer> { ["contact-14"] = ExposureAnswer.Uncertain } }, National.Pack)));
        Assert.Equal([CheckInRules.ExposureAnswered], Forbids(() => Enter(OnPlatform with { Exposures = new Dictionary<string, ExposureAnswer> { ["hubei-14"] = ExposureAnswer.Uncertain, ["contact-14"] = ExposureAnswer.No } }, National.Pack)));
        Assert.False(Enter(OnPlatform with { Exposures = new Dictionary<string, ExposureAnswer> { ["hubei-14"] = ExposureAnswer.No, ["contact-14"] = ExposureAnswer.Uncertain } }, National.Pack).Content.IsNormal);
    }

    [Fact]
    public void Hainan_asks_for_address_and_needs_and_for_no_temperature()
    {
        Assert.True(Enter(InHainan, Hainan.Pack).Content.IsNormal);
        Assert.Equal([CheckInRules.OnTheForm], Forbids(() => Enter(InHainan with { Temperature = Celsius("36.5"), FoundNormal = true }, Hainan.Pack)));
        Assert.False(Enter(InHainan with { NoSymptoms = false, Symptoms = ["咳痰"] }, Hainan.Pack).Content.IsNormal);
    }

    [Fact]
    public void Nobody_reports_tomorrow() => Assert.Equal([CheckInRules.NotInFuture], Forbids(() => Enter(InNingxia, day: Today.AddDays(1))));

    [Fact]
    public void The_day_turns_at_midnight_in_beijing()
    {
        var lastSecond = new DateTimeOffset(2020, 3, 5, 15, 59, 59, TimeSpan.Zero);

        Assert.Null(Enter(InNingxia, now: lastSecond).Late);
        Assert.Equal([CheckInRules.NotInFuture], Forbids(() => Enter(InNingxia, day: Today.AddDays(1), now: lastSecond)));
        Assert.Equal([CheckInRules.LateSaysWhoAndWhen], Forbids(() => Enter(InNingxia, now: lastSecond.AddSeconds(1))));
        Assert.Null(Enter(InNingxia, day: Today.AddDays(1), now: lastSecond.AddSeconds(1)).Late);
    }

    [Fact]
    public void A_late_entry_fills_its_day_when_it_says_who_told_it_on_that_day_and_when()
    {
        var yesterday = Today.AddDays(-1);

        Assert.Equal([CheckInRules.LateSaysWhoAndWhen], Forbids(() => Enter(InNingxia, day: yesterday)));
        Assert.Equal([CheckInRules.LateSaysWhoAndWhen], Forbids(() => Enter(InNingxia, day: yesterday, late: new("", Now.AddDays(-1)))));
        Assert.Equal([CheckInRules.LateSaysWhoAndWhen], Forbids(() => Enter(InNingxia, day: yesterday, late: new("网格员马晓燕", Now))));

        var late = Enter(InNingxia, day: yesterday, late: new("网格员马晓燕", Now.AddDays(-1)));
        Assert.Equal((yesterday, "网格员马晓燕", Now.AddDays(-1)), (late.Day, late.Late!.ToldBy, late.ToldAt));
    }

    [Fact]
    public void Two_of_one_person_by_one_way_within_a_minute_are_one_sheet_keyed_twice()
    {
        var first = Enter(InNingxia);

        Assert.Equal([CheckInRules.NotTwice], Forbids(() => Enter(InNingxia, ofDay: [first], now: Now.AddSeconds(59))));
        Assert.Equal(CheckInChannel.Phone, Enter(InNingxia, channel: CheckInChannel.Phone, ofDay: [first], now: Now.AddSeconds(59)).Channel);
        Assert.Equal(Now.AddSeconds(60), Enter(InNingxia, ofDay: [first], now: Now.AddSeconds(60)).At);
    }

    [Fact]
    public void An_institution_reports_only_whom_it_has_and_names_itself()
    {
        var content = InNingxia with { ReportedBy = "县宾馆隔离点" };
        var home = Observation.Start(Villager(), ObservationPlace.Home, Today.AddDays(-3), new() { Ground = HealthGround.CloseContact }, [], Ningxia.Pack, Clerk, Now);

        Assert.Equal([CheckInRules.IsInstitution], Forbids(() => Enter(content, channel: CheckInChannel.Institution)));
        Assert.Equal([CheckInRules.IsInstitution], Forbids(() => Enter(content, channel: CheckInChannel.Institution, observation: home)));
        home.Move(ObservationPlace.Institution, "县宾馆隔离点");
        Assert.True(Enter(content, channel: CheckInChannel.Institution, observation: home).Reported.ByInstitution);
        Assert.Equal([CheckInRules.ReporterNamed], Forbids(() => Enter(InNingxia, channel: CheckInChannel.Institution, observation: home)));
        Assert.Equal([CheckInRules.ReporterNamed], Forbids(() => Enter(InNingxia, channel: CheckInChannel.Family)));
    }

    [Fact]
    public void Nobody_checks_in_for_who_has_moved_away()
    {
        var gone = Villager();
        gone.Leave(ResidentState.MovedAway, Today.AddDays(-1), "", Clerk, Now, Today);

        Assert.Equal([HealthStatusRules.IsHere], Forbids(() => Enter(InNingxia, resident: gone)));
        Assert.Equal(Today.AddDays(-1), Enter(InNingxia, resident: gone, day: Today.AddDays(-1), late: new("本人", Now.AddDays(-1))).Day);
    }

    [Fact]
    public void Hebei_takes_three_declarations_a_day_and_a_clerks_slip_is_none()
    {
        var ofDay = new List<DailyCheckIn> { Enter(new() { OwnWords = "1" }, Hebei.Pack) };
        var first = ofDay[0];
        Assert.Equal(2, DailyCheckIn.CorrectionsLeft(ofDay, Hebei.Pack.HealthCode.Corrections, Today));

        first.Correct(Villager(), new() { OwnWords = "2" }, CheckInCorrection.ByPerson, "填错", ofDay, Hebei.Pack, Clerk, Now);
        first.Correct(Villager(), new() { OwnWords = "二" }, CheckInCorrection.ClerkSlip, "打错字", ofDay, Hebei.Pack, Clerk, Now);
        Assert.Equal((3, 1), (first.Version, DailyCheckIn.CorrectionsLeft(ofDay, Hebei.Pack.HealthCode.Corrections, Today)!.Value));
        ofDay.Add(Enter(new() { OwnWords = "3" }, Hebei.Pack, channel: CheckInChannel.Phone, ofDay: ofDay));

        Assert.Equal(0, DailyCheckIn.CorrectionsLeft(ofDay, Hebei.Pack.HealthCode.Corrections, Today));
        Assert.Equal([CheckInRules.WithinQuota], Forbids(() => first.Correct(Villager(), new() { OwnWords = "4" }, CheckInCorrection.ByPerson, "又填错", ofDay, Hebei.Pack, Clerk, Now)));
        Assert.Equal([CheckInRules.WithinQuota], Forbids(() => Enter(new() { OwnWords = "4" }, Hebei.Pack, channel: CheckInChannel.Family, ofDay: ofDay)));
        first.Correct(Villager(), new() { OwnWords = "弍" }, CheckInCorrection.ClerkSlip, "打错字", ofDay, Hebei.Pack, Clerk, Now);
        Assert.Equal(["1", "2", "二"], first.Earlier.Select(version => version.Content.OwnWords));
    }

    [Fact]
    public void The_corrections_of_a_day_are_those_made_on_it_whatever_day_they_are_about()
    {
        var yesterday = Enter(new() { OwnWords = "1" }, Hebei.Pack);
        var next = Now.AddDays(1);
        List<DailyCheckIn> all = [yesterday];
        foreach (var words in (string[])["2", "3", "4"])
        {
            yesterday.Correct(Villager(), new() { OwnWords = words }, CheckInCorrection.ByPerson, "说错了", all, Hebei.Pack, Clerk, next);
        }

        Assert.Equal((1, 3), (yesterday.DeclarationsOn(Today), yesterday.DeclarationsOn(Today.AddDays(1))));
        Assert.Equal([CheckInRules.WithinQuota], Forbids(() => yesterday.Correct(Villager(), new() { OwnWords = "5" }, CheckInCorrection.ByPerson, "又", all, Hebei.Pack, Clerk, next)));
        yesterday.Correct(Villager(), new() { OwnWords = "5" }, CheckInCorrection.ByPerson, "又", all, Hebei.Pack, Clerk, next.AddDays(1));
    }

    [Fact]
    public void The_national_platform_takes_one_correction_a_day_and_ningxia_and_hainan_count_none()
    {
        var entered = Enter(OnPlatform, National.Pack);
        entered.Correct(Villager(), OnPlatform with { Address = "样例村4号" }, CheckInCorrection.ByPerson, "填错", [entered], National.Pack, Clerk, Now);
        Assert.Equal([CheckInRules.WithinQuota], Forbids(() => entered.Correct(Villager(), OnPlatform, CheckInCorrection.ByPerson, "填错", [entered], National.Pack, Clerk, Now)));

        // 申领无次数限制: a further report is none of the corrections.
        Assert.Equal(1, Enter(OnPlatform, National.Pack, channel: CheckInChannel.Phone, ofDay: [entered, Enter(OnPlatform, National.Pack)]).Version);
        Assert.Null(DailyCheckIn.CorrectionsLeft([entered], Ningxia.Pack.HealthCode.Corrections, Today));
        Assert.Null(DailyCheckIn.CorrectionsLeft([entered], Hainan.Pack.HealthCode.Corrections, Today));
        var free = Enter(InNingxia);
        for (var time = 0; time < 20; time++)
        {
            free.Correct(Villager(), InNingxia with { OwnWords = $"{time}" }, CheckInCorrection.ByPerson, "填错", [free], Ningxia.Pack, Clerk, Now);
        }

        Assert.Equal((21, 20), (free.Version, free.Earlier.Count));
    }

    [Fact]
    public void A_correction_says_why_and_changes_something()
    {
        var entered = Enter(OnPlatform, National.Pack);

        Assert.Equal([CheckInRules.CorrectionHasReason, CheckInRules.CorrectionChanges], Forbids(() =>
            entered.Correct(Villager(), OnPlatform with { Exposures = new Dictionary<string, ExposureAnswer>(OnPlatform.Exposures) }, CheckInCorrection.ClerkSlip, "", [entered], National.Pack, Clerk, Now)));
    }

    [Fact]
    public void Where_the_form_asks_nothing_nothing_said_is_no_report() =>
        Assert.Equal([CheckInRules.HasWords], Forbids(() => Enter(new(), Hebei.Pack)));

    [Fact]
    public void On_the_national_platform_no_correction_changes_name_number_or_telephone()
    {
        var entered = Enter(OnPlatform, National.Pack);
        var corrected = OnPlatform with { Address = "样例村4号" };
        var other = Resident.Enter(Office(), new() { Person = Applicant, Phone = PhoneNumber.Restore("13800000000") }, Today);

        Assert.Equal([CheckInRules.IdentityStays], Forbids(() => entered.Correct(other, corrected, CheckInCorrection.ByPerson, "换了号码", [entered], National.Pack, Clerk, Now)));
        Assert.Equal((1, OnPlatform.Address), (entered.Version, entered.Content.Address));
        entered.Correct(other, corrected, CheckInCorrection.ClerkSlip, "名册打错了", [entered], National.Pack, Clerk, Now);

        var free = Enter(InNingxia);
        Assert.Null(free.DeclaredAs);
        free.Correct(other, InNingxia with { OwnWords = "换了号码" }, CheckInCorrection.ByPerson, "换了号码", [free], Ningxia.Pack, Clerk, Now);
    }

    [Fact]
    public void The_national_form_asks_where_he_travelled_in_rows_of_fourteen_days_and_no_other_does()
    {
        Assert.Equal([CheckInRules.OnTheForm], Forbids(() => Enter(InNingxia with { Itinerary = [new(Today, "成都", "")] })));
        foreach (var (day, place, isRight) in new[] { (0, "成都", true), (-14, "成都", true), (-15, "成都", false), (1, "成都", false), (-3, "", false) })
        {
            var told = OnPlatform with { Itinerary = [new(Today.AddDays(day), place, "G123 次")] };
            Assert.Equal(isRight ? null : CheckInRules.ItineraryInTime, (Record.Exception(() => Enter(told, National.Pack)) as RuleBrokenException)?.Breaches.Single().Rule);
        }

        var entered = Enter(OnPlatform with { Itinerary = [new(Today, "成都", "G123 次")] }, National.Pack);
        Assert.Equal("3月5日 成都，G123 次", entered.Content.Itinerary[0].ToString());
        Assert.True(entered.Reported.IsNormal);
        Assert.Equal([CheckInRules.CorrectionChanges], Forbids(() => entered.Correct(Villager(), entered.Content with { Itinerary = [new(Today, "成都", "G123 次")] }, CheckInCorrection.ClerkSlip, "打错", [entered], National.Pack, Clerk, Now)));
    }

    private static DailyCheckIn Enter(
        CheckInContent content, RulePack? pack = null, DateOnly? day = null, CheckInChannel channel = CheckInChannel.Desk, LateEntry? late = null,
        IReadOnlyList<DailyCheckIn>? ofDay = null, HealthStatus? person = null, Observation? observation = null, DateTimeOffset? now = null, Resident? resident = null) =>
        DailyCheckIn.Enter(resident ?? Villager(), person ?? Status(), observation, day ?? Today, channel, channel == CheckInChannel.Family && pack == Hebei.Pack ? content with { ReportedBy = "儿子" } : content, late, ofDay ?? [], pack ?? Ningxia.Pack, Clerk, now ?? Now);

    private static HealthStatus Status() => HealthStatus.Of(Villager());

    private static Resident Villager() => Resident.Enter(Office(), new() { Person = Applicant }, Today);

    private static BodyTemperature Celsius(string text)
    {
        Assert.True(BodyTemperature.TryParse(text, out var temperature, out var fault), fault);
        return temperature;
    }
}
