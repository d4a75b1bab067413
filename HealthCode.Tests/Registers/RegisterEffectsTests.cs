using HealthCode.Domain.Observations;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Registers;

/// <summary>What the province makes of an entry: grounds, an observation, an official result; always of the person whose number is on the slip, never by name.</summary>
public sealed class RegisterEffectsTests
{
    [Fact]
    public async Task A_returnee_from_outside_is_a_ground_and_his_isolation_an_observation_that_ends_with_it()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (resident, clerk) = ((await server.AddResidentsAsync(1))[0], await server.ClerkAsync());
        var entry = await server.KeyedAsync(clerk, RegisterKind.Returnees, null, 0, (RegisterField.Origin, "1"), (RegisterField.ExpectedOn, "3.5"));
        Assert.Empty(await server.InDbAsync(db => db.HealthStatuses.ToListAsync()));

        await clerk.OpenAsync($"/Registers/Details/{entry}");
        await clerk.PressAsync("登记到达", ("到达日期", "3.4"), ("隔离从哪天起", "3.4"));

        Assert.Equal("已登记到达。", clerk.StatusMessage);
        Assert.Equal([(HealthGround.Returnee, new DateOnly(2020, 3, 4), "返琼登记第 1 号")], await GroundsAsync(server, resident));
        var observation = await server.InDbAsync(db => db.Observations.SingleAsync());
        Assert.Equal((resident, ObservationPlace.Home, new DateOnly(2020, 3, 4), (DateOnly?)null), (observation.ResidentId, observation.Place, observation.StartedOn, observation.EndedOn));

        await clerk.PressAsync("已告知，隔离结束");
        Assert.Equal(Today, (await server.InDbAsync(db => db.Observations.SingleAsync())).EndedOn);
    }

    [Fact]
    public async Task In_the_card_province_the_isolation_speaks_beside_the_clause_and_ends_by_the_counted_days()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await server.AddResidentsAsync(1);

        await server.KeyedAsync(clerk, RegisterKind.Returnees, null, 0, (RegisterField.ArrivedOn, "3.1"), (RegisterField.IsolationFrom, "3.1"));

        var entry = await server.InDbAsync(db => db.RegisterEntries.SingleAsync());
        Assert.Equal((PendingStep.Isolation, new DateOnly(2020, 3, 15)), (entry.Pending, entry.PendingOn));
        var observation = await server.InDbAsync(db => db.Observations.SingleAsync());
        Assert.Equal(HealthCode.Domain.Declarations.RefusalClause.Returnee, observation.Clause);
        await clerk.OpenAsync("/HealthStatuses");
        Assert.Contains(Name(0), clerk.Page.QuerySelectorAll("table.due td.name").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task A_correction_takes_the_former_ground_back_and_a_void_entry_leaves_none()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (residents, clerk) = (await server.AddResidentsAsync(2), await server.ClerkAsync());
        var shop = await server.AddFacilityAsync(RegisterKind.Medicines);
        var entry = await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "退热贴 1"));
        Assert.Single(await GroundsAsync(server, residents[0]));

        await clerk.OpenAsync($"/Registers/Edit/{entry}");
        await clerk.SendAsync(("购药人姓名（必填）", Name(1)), ("购药人身份证号", Number(1)), ("为什么改", "录错了人"));

        Assert.Equal("已改正，原来写的留着。", clerk.StatusMessage);
        Assert.Empty(await GroundsAsync(server, residents[0]));
        Assert.Single(await GroundsAsync(server, residents[1]));

        await clerk.PressAsync("作废这一条", ("为什么作废", "单子不是本村的"));
        Assert.Empty(await GroundsAsync(server, residents[1]));
    }

    [Fact]
    public async Task A_purchase_is_a_ground_of_the_patient_not_of_the_buyer_and_of_nobody_before_his_number_is_known()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (residents, clerk) = (await server.AddResidentsAsync(2), await server.ClerkAsync());
        var shop = await server.AddFacilityAsync(RegisterKind.Medicines);
        // The telephone of a resident, and his name: neither is a number.
        var entry = await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "退热贴 1"), (RegisterField.ForOther, "1"), (RegisterField.PatientPhone, "13810000001"), (RegisterField.PatientName, Name(1)));

        Assert.Empty(await server.InDbAsync(db => db.HealthStatuses.ToListAsync()));
        await clerk.OpenAsync($"/Registers/Details/{entry}");
        await clerk.PressAsync("记下患者", ("患者证件号码", Number(1)));

        Assert.Equal("患者已核实。", clerk.StatusMessage);
        Assert.Equal([(HealthGround.FeverMedicine, Today, "购药登记第 1 号")], await GroundsAsync(server, residents[1]));
        Assert.Empty(await GroundsAsync(server, residents[0]));
    }

    [Fact]
    public async Task A_result_seen_on_a_roll_is_noted_once_in_the_health_record()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (resident, clerk) = ((await server.AddResidentsAsync(1))[0], await server.ClerkAsync());
        var unit = await server.AddFacilityAsync(RegisterKind.Work, "橡胶厂");
        var entry = await server.KeyedAsync(clerk, RegisterKind.Work, unit, 0, (RegisterField.Result, "绿码"), (RegisterField.ResultSeenOn, "3.5"), (RegisterField.Consent, "本人"));
        await clerk.OpenAsync($"/Registers/Edit/{entry}");
        await clerk.SendAsync(("身体状况", "好"), ("为什么改", "补写"));

        var official = Assert.Single((await server.InDbAsync(db => db.HealthStatuses.SingleAsync(status => status.ResidentId == resident))).Official);
        Assert.Equal((HealthCodeResult.Green, "本人"), (official.Result, official.Consent));
    }

    [Fact]
    public async Task A_result_that_was_mistyped_is_taken_back_and_the_unit_is_not_clear_by_it()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (residents, clerk) = (await server.AddResidentsAsync(2), await server.ClerkAsync());
        var unit = await server.AddFacilityAsync(RegisterKind.Work, "橡胶厂");
        var entry = await server.KeyedAsync(clerk, RegisterKind.Work, unit, 0, (RegisterField.Result, "绿码"), (RegisterField.ResultSeenOn, "3.5"), (RegisterField.Consent, "本人"));

        await clerk.OpenAsync($"/Registers/Edit/{entry}");
        await clerk.SendAsync(("看到的官方码", "黄码"), ("哪天看到的", "3.4"), ("为什么改", "看错了"));
        Assert.Equal([HealthCodeResult.Yellow], (await StatusAsync(server, residents[0]))!.Official.Select(result => result.Result));
        await clerk.OpenAsync($"/Registers/Facility/{unit}");
        Assert.Contains("还差 1 人", clerk.Text, StringComparison.Ordinal);

        await clerk.OpenAsync($"/Registers/Edit/{entry}");
        await clerk.SendAsync(("姓名（必填）", Name(1)), ("身份证号", Number(1)), ("为什么改", "录错了人"));
        Assert.Empty((await StatusAsync(server, residents[0]))!.Official);
        await clerk.PressAsync("作废这一条", ("为什么作废", "不是这个单位的"));
        Assert.Equal((0, (DateOnly?)null), ((await StatusAsync(server, residents[1]))!.Official.Count, (await StatusAsync(server, residents[1]))!.OfficialSeenOn));
    }

    [Fact]
    public async Task Two_purchases_of_one_day_are_two_grounds_and_voiding_one_leaves_the_other()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (resident, clerk) = ((await server.AddResidentsAsync(1))[0], await server.ClerkAsync());
        var shop = await server.AddFacilityAsync(RegisterKind.Medicines);
        var first = await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "退热贴 1"));
        await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "止咳糖浆 1"));

        await clerk.OpenAsync($"/Registers/Details/{first}");
        await clerk.PressAsync("作废这一条", ("为什么作废", "录重了"));

        Assert.Equal([(HealthGround.FeverMedicine, Today, "购药登记第 2 号")], await GroundsAsync(server, resident));
    }

    [Fact]
    public async Task An_old_journey_that_is_corrected_or_voided_ends_no_observation_of_another_one()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await server.AddResidentsAsync(1);
        var old = await server.KeyedAsync(clerk, RegisterKind.Returnees, null, 0, (RegisterField.ArrivedOn, "2.10"));
        await server.KeyedAsync(clerk, RegisterKind.Returnees, null, 0, (RegisterField.ArrivedOn, "3.2"), (RegisterField.IsolationFrom, "3.2"));

        await clerk.OpenAsync($"/Registers/Edit/{old}");
        await clerk.SendAsync(("返宁日期（必填）", "2.11"), ("为什么改", "日期录错了"));
        await clerk.PressAsync("作废这一条", ("为什么作废", "录重了"));

        Assert.Null((await server.InDbAsync(db => db.Observations.SingleAsync())).EndedOn);
        // The corrected slip stays on the day on which it was keyed.
        Assert.All(await server.InDbAsync(db => db.RegisterEntries.ToListAsync()), entry => Assert.Equal(Today, entry.On));
    }

    [Fact]
    public async Task A_referral_opens_a_follow_up_of_the_right_person_and_none_when_it_was_a_mistake()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (residents, clerk) = (await server.AddResidentsAsync(2), await server.ClerkAsync());
        var clinic = await server.AddFacilityAsync(RegisterKind.FeverClinic, "县医院");
        var entry = await server.KeyedAsync(clerk, RegisterKind.FeverClinic, clinic, 0, (RegisterField.Temperature, "38"), (RegisterField.Referred, "1"));

        await clerk.OpenAsync($"/Registers/Edit/{entry}");
        await clerk.SendAsync(("姓名（必填）", Name(1)), ("身份证号", Number(1)), ("为什么改", "录错了人"));
        Assert.Equal([(residents[0], false), (residents[1], true)], await TasksAsync(server));

        await clerk.OpenAsync($"/Registers/Edit/{entry}");
        await clerk.SendAsync(("转回村（居）委会随访", "否"), ("为什么改", "医院改了"));
        Assert.Equal([(residents[0], false), (residents[1], false)], await TasksAsync(server));
    }

    [Fact]
    public async Task Who_comes_into_the_roster_later_gets_what_follows_then()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        var shop = await server.AddFacilityAsync(RegisterKind.Medicines);
        await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "退热贴 1"));
        await server.KeyedAsync(clerk, RegisterKind.Medicines, shop, 1, (RegisterField.Drugs, "退热贴 1"));
        Assert.Empty(await server.InDbAsync(db => db.HealthStatuses.ToListAsync()));

        await server.TakeInAsync(new Web.Imports.ResidentImport(), ImportSheet.Rows(ImportSheet.Resident(FollowedVillage.Line(0).Person).With("姓名", Name(0))));
        await clerk.OpenAsync("/Residents/Create");
        await clerk.SendAsync(("姓名", Name(1)), ("证件号码", Number(1)), ("住址", "样例村1号"));

        Assert.Equal(2, (await server.InDbAsync(db => db.HealthStatuses.ToListAsync())).Count(status => status.HasGrounds));
    }

    [Fact]
    public async Task A_number_that_was_corrected_in_the_roster_and_a_double_that_was_merged_lose_nothing()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var (resident, clerk) = ((await server.AddResidentsAsync(1))[0], await server.ClerkAsync());
        var unit = await server.AddFacilityAsync(RegisterKind.Work, "橡胶厂");
        var entry = await server.KeyedAsync(clerk, RegisterKind.Work, unit, 0, (RegisterField.Result, "1"), (RegisterField.ResultSeenOn, "3.5"), (RegisterField.Consent, "本人"));

        await clerk.OpenAsync($"/Residents/Edit/{resident}");
        await clerk.SendAsync(("证件号码", Number(30)), ("出生日期", ""), ("为什么改", "号码录错了"));
        Assert.StartsWith("已改正", clerk.StatusMessage, StringComparison.Ordinal);

        await clerk.OpenAsync($"/Registers/Facility/{unit}");
        Assert.Contains("全员符合", clerk.Text, StringComparison.Ordinal);
        await clerk.OpenAsync($"/Residents/Timeline/{resident}");
        Assert.Contains("返岗登记", clerk.Text, StringComparison.Ordinal);
        await clerk.OpenAsync($"/Registers/Details/{entry}");
        await clerk.PressAsync("作废这一条", ("为什么作废", "不是这个单位的"));
        Assert.Empty((await StatusAsync(server, resident))!.Official);
    }

    [Fact]
    public async Task A_number_with_another_name_than_the_rosters_is_asked_about_and_nothing_follows()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        await server.AddResidentsAsync(1);
        var clinic = await server.AddFacilityAsync(RegisterKind.FeverClinic, "县医院");

        await clerk.KeyAsync(RegisterKind.FeverClinic, clinic, (RegisterField.Name, "丁路过"), (RegisterField.DocumentNumber, Number(0)), (RegisterField.Temperature, "38"));

        Assert.Contains("这个号码在名册里登记的是另一个名字", Assert.Single(clerk.Errors), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await server.InDbAsync(db => db.RegisterEntries.CountAsync()), await server.InDbAsync(db => db.HealthStatuses.CountAsync())));
    }

    [Fact]
    public async Task What_the_roster_knows_stands_for_what_the_slip_leaves_blank()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await server.ClerkAsync();
        await server.AddResidentsAsync(1);
        var clinic = await server.AddFacilityAsync(RegisterKind.FeverClinic, "县医院");

        await server.KeyedAsync(clerk, RegisterKind.FeverClinic, clinic, 0, (RegisterField.Temperature, "38"));
        await server.KeyedAsync(clerk, RegisterKind.FeverClinic, clinic, 0, (RegisterField.Temperature, "38"), (RegisterField.Address, "外甥家"));

        Assert.Equal([("13810000000", "样例村1号"), ("13810000000", "外甥家")], (await server.InDbAsync(db => db.RegisterEntries.OrderBy(entry => entry.Id).ToListAsync())).Select(entry => (entry.Content.Phone!.Value, entry.Content.Address)));
    }

    private static Task<HealthCode.Domain.HealthStatuses.HealthStatus?> StatusAsync(OfficeServer server, long resident) => server.InDbAsync(db => db.HealthStatuses.SingleOrDefaultAsync(status => status.ResidentId == resident));

    private static async Task<IReadOnlyList<(long, bool)>> TasksAsync(OfficeServer server) =>
        [.. (await server.InDbAsync(db => db.FollowUps.OrderBy(task => task.Id).ToListAsync())).Select(task => (task.ResidentId!.Value, task.IsOpen))];

    private static async Task<IReadOnlyList<(HealthGround, DateOnly, string)>> GroundsAsync(OfficeServer server, long resident) =>
        [.. ((await server.InDbAsync(db => db.HealthStatuses.SingleOrDefaultAsync(status => status.ResidentId == resident)))?.Grounds ?? []).Where(ground => ground.Holds).Select(ground => (ground.Ground, ground.Since, ground.ToldBy))];
}
