using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Pages.Registers;

/// <summary>The way of a slip through the desk: one by one, the day's list, a unit and its statement, the timeline of the person.</summary>
public sealed class RegisterStepsTests : IAsyncLifetime
{
    private static readonly string[] Secrets = [Name(0), Name(1), Number(1), "绿码", "黄码", "兹证明"];

    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        _clerk = await _server.ClerkAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_slip_is_entered_by_itself_with_rows_of_drugs_added_and_removed()
    {
        await _server.AddFacilityAsync(RegisterKind.Medicines);
        await _clerk.OpenAsync("/Registers/Medicines/Create");
        await _clerk.PressAsync("再加一行", ("购药人姓名（必填）", Name(0)), ("第 1 种药", "退热贴"), ("第 2 种药", "止咳糖浆"), ("第 3 种药", "感冒灵"));
        Assert.Equal(("感冒灵", "", Name(0)), (_clerk.Field("第 3 种药").GetAttribute("value"), _clerk.Field("第 4 种药").GetAttribute("value") ?? "", _clerk.Field("购药人姓名（必填）").GetAttribute("value")));

        await _clerk.SendAsync(("药店", "椰林药店"), ("购药人身份证号", Number(0)), ("数量", "1"), ("第 2 种药", ""), ("第 3 种药", ""));

        Assert.Equal("已登记。", _clerk.StatusMessage);
        Assert.Equal([new Drug("退热贴", 1)], ((MedicinePurchase)(await _server.InDbAsync(db => db.RegisterEntries.SingleAsync())).Content).Drugs);
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_a_slip_is_not_taken()
    {
        await _server.AddFacilityAsync(RegisterKind.FeverClinic, "县医院");
        await _clerk.OpenAsync("/Registers/FeverClinic/Create");

        await _clerk.SendAsync(("医院", "县医院"), ("姓名（必填）", "马小宝"), ("身份证号", BornOn(Today.AddYears(-5)).Number), ("体温（现场测）（必填）", "38.5"), ("就诊意见", "回家观察"));

        Assert.Equal([RegisterRules.ParentNamed.Sentence], _clerk.Errors);
        Assert.Equal(("马小宝", "38.5", "回家观察"), (_clerk.Field("姓名（必填）").GetAttribute("value"), _clerk.Field("体温（现场测）（必填）").GetAttribute("value"), _clerk.Field("就诊意见").TextContent.Trim()));
        await _clerk.SendAsync(("家长姓名", "马建国"));
        Assert.Equal("已登记。", _clerk.StatusMessage);
    }

    [Fact]
    public async Task Who_is_late_stands_on_the_home_page_on_the_list_and_in_the_days_report()
    {
        await _server.KeyedAsync(_clerk, RegisterKind.Returnees, null, 0, (RegisterField.Origin, "2"), (RegisterField.ExpectedOn, "3.4"));
        await _server.KeyedAsync(_clerk, RegisterKind.Returnees, null, 1, (RegisterField.Origin, "1"), (RegisterField.ExpectedOn, "3.6"));

        await _clerk.OpenAsync("/");
        Assert.Contains("1返琼登记，今天要办", _clerk.Text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await _clerk.OpenAsync("/Registers/Returnees");
        Assert.Contains("该返琼，还没有登记到达", _clerk.Page.QuerySelector("section")!.TextContent, StringComparison.Ordinal);
        await _clerk.OpenAsync("/HealthStatuses");
        Assert.Contains("返琼登记：1 条今天要办", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_clear_when_all_of_its_roll_have_a_clear_result_and_its_statement_names_nobody_whole()
    {
        var unit = await _server.AddFacilityAsync(RegisterKind.Work, "橡胶厂");
        await _server.KeyedAsync(_clerk, RegisterKind.Work, unit, 0, (RegisterField.Result, "1"), (RegisterField.ResultSeenOn, "3.5"), (RegisterField.Consent, "本人"));
        var missing = await _server.KeyedAsync(_clerk, RegisterKind.Work, unit, 1, (RegisterField.Result, "2"), (RegisterField.ResultSeenOn, "3.5"), (RegisterField.Consent, "本人"));

        await _clerk.OpenAsync($"/Registers/Facility/{unit}");
        Assert.Contains("还差 1 人", _clerk.Text, StringComparison.Ordinal);
        using (var statement = new PdfInspector(await _clerk.Http.GetByteArrayAsync($"/Registers/Statement/{unit}")))
        {
            var words = statement.Words(1);
            Assert.Contains("还差1人", words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.All(Secrets, word => Assert.DoesNotContain(word, words, StringComparison.Ordinal));
        }

        await _clerk.OpenAsync($"/Registers/Edit/{missing}");
        await _clerk.SendAsync(("看到的官方码", "绿码"), ("为什么改", "今天又看了"));
        await _clerk.OpenAsync($"/Registers/Facility/{unit}");
        Assert.Contains("全员符合", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_facility_takes_no_slip_and_keeps_what_it_has()
    {
        var shop = await _server.AddFacilityAsync(RegisterKind.Medicines);
        await _server.KeyedAsync(_clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "退热贴 1"));
        await _clerk.OpenAsync($"/Registers/Facility/{shop}");
        await _clerk.PressAsync("停用");

        await _clerk.KeyAsync(RegisterKind.Medicines, shop, (RegisterField.Name, Name(1)), (RegisterField.DocumentNumber, Number(1)), (RegisterField.Drugs, "退热贴 1"));

        Assert.Equal([RegisterRules.FacilityUsed.Sentence], _clerk.Errors);
        Assert.Equal(1, await _server.InDbAsync(db => db.RegisterEntries.CountAsync()));
    }

    [Fact]
    public async Task An_entry_of_a_closed_facility_is_corrected_and_a_step_that_fails_leaves_the_others_possible()
    {
        var shop = await _server.AddFacilityAsync(RegisterKind.Medicines);
        var entry = await _server.KeyedAsync(_clerk, RegisterKind.Medicines, shop, 0, (RegisterField.Drugs, "退热贴 1"), (RegisterField.ForOther, "1"), (RegisterField.PatientPhone, "13911112222"));
        await _clerk.OpenAsync($"/Registers/Facility/{shop}");
        await _clerk.PressAsync("停用");

        await _clerk.OpenAsync($"/Registers/Edit/{entry}");
        await _clerk.SendAsync(("体温", "36.9"), ("为什么改", "补写"));
        Assert.Equal("已改正，原来写的留着。", _clerk.StatusMessage);

        await _clerk.PressAsync("记下患者", ("患者证件号码", "123"));
        Assert.NotEmpty(_clerk.Errors);
        await _clerk.PressAsync("问不到，不再找", ("怎样问的", "电话打不通"));
        Assert.Equal("已记下：问不到患者。", _clerk.StatusMessage);
        await _clerk.PressAsync("作废这一条", ("为什么作废", "录错了"));
        Assert.StartsWith("已作废", _clerk.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_has_all_of_it_in_one_line_and_each_line_leads_where_it_is_written_down()
    {
        var resident = (await _server.AddResidentsAsync(2))[0];
        var (shop, clinic) = (await _server.AddFacilityAsync(RegisterKind.Medicines), await _server.AddFacilityAsync(RegisterKind.FeverClinic, "县医院"));
        await _server.KeyedAsync(_clerk, RegisterKind.Returnees, null, 0, (RegisterField.On, "3.1"), (RegisterField.Origin, "1"), (RegisterField.ArrivedOn, "3.1"), (RegisterField.IsolationFrom, "3.1"));
        await _server.KeyedAsync(_clerk, RegisterKind.FeverClinic, clinic, 0, (RegisterField.On, "3.2"), (RegisterField.Temperature, "38"));
        await _server.KeyedAsync(_clerk, RegisterKind.Medicines, shop, 0, (RegisterField.On, "3.3"), (RegisterField.Drugs, "退热贴 1"));
        await _server.KeyedAsync(_clerk, RegisterKind.Medicines, shop, 0, (RegisterField.On, "3.4"), (RegisterField.Drugs, "退热贴 1"), (RegisterField.ForOther, "1"), (RegisterField.PatientNumber, Number(1)));

        await _clerk.OpenAsync($"/Residents/Timeline/{resident}");

        Assert.Equal(["购药登记", "购药登记", "发热门诊登记", "医学观察", "返琼登记"], _clerk.Page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("替别人买的", _clerk.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.All(_clerk.Page.QuerySelectorAll("tbody tr td:nth-child(2) a"), link => Assert.Matches("^/(Registers/Details|HealthStatuses/Details)/[0-9]+$", link.GetAttribute("href")));
        Assert.DoesNotContain(Number(0), _clerk.Html, StringComparison.Ordinal);
        await _clerk.OpenAsync($"/Residents/Details/{resident}");
        Assert.Contains("发热门诊登记", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_family_is_told_on_paper_until_when_and_whom_to_call()
    {
        var entry = await _server.KeyedAsync(_clerk, RegisterKind.Returnees, null, 0, (RegisterField.Origin, "1"), (RegisterField.ArrivedOn, "3.4"), (RegisterField.IsolationFrom, "3.4"), (RegisterField.IsolationTo, "3.18"));

        using var notice = new PdfInspector(await _clerk.Http.GetByteArrayAsync($"/Registers/Notice/{entry}"));

        var words = notice.Words(1).Replace(" ", "", StringComparison.Ordinal);
        Assert.All(new[] { "返琼告知单", Name(0), "2020年3月18日", "不要您另外开证明" }, word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.All(new[] { Number(0), "绿码", "黄码", "红码" }, word => Assert.DoesNotContain(word, words, StringComparison.Ordinal));
    }
}
