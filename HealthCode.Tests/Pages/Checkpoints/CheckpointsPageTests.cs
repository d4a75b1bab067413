using System.Net;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Checkpoints;

/// <summary>关口登记.</summary>
public sealed class CheckpointsPageTests : IAsyncLifetime
{
    private const string List = "/Verification/Checkpoints";
    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeBrowser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_gate_is_registered_with_the_offices_own_county_and_township_proposed()
    {
        await AddAsync("村口卡点");

        Assert.Equal("村口卡点已保存。", _clerk.StatusMessage);
        var (office, gate) = await _server.InDbAsync(async db => (await db.Offices.SingleAsync(), await db.Checkpoints.SingleAsync()));
        Assert.Equal((office.Code, office.County, office.Township), (gate.OfficeCode, gate.County, gate.Township));
        Assert.Equal(["村口卡点", "路口", office.County, office.Township, "村东头路口", "机场、车站、省界", "使用中"], Row().Take(7));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        await _clerk.OpenAsync(List + "/Edit");

        await _clerk.SendAsync(("名称", "村口卡点"), ("市县", ""));

        Assert.Equal(
            new[] { CheckpointRules.HasKind, CheckpointRules.HasCounty, CheckpointRules.HasAddress, CheckpointRules.HasMode }.Select(rule => rule.Sentence).Order(),
            _clerk.Errors.Order());
        Assert.Equal("村口卡点", _clerk.Field("名称").GetAttribute("value"));
        Assert.Equal("true", _clerk.Field("详细地址").GetAttribute("aria-invalid"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Checkpoints.CountAsync()));
    }

    [Theory]
    [InlineData("打这里😀", "表情符号")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一", "最多 20 个字")]
    public async Task A_name_that_cannot_be_kept_is_named(string name, string fault)
    {
        await AddAsync(name);

        Assert.Contains(fault, Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.Equal(name, _clerk.Field("名称").GetAttribute("value"));
    }

    [Fact]
    public async Task Two_gates_of_an_office_do_not_share_a_name_but_a_gate_keeps_its_own()
    {
        await AddAsync("村口卡点");
        await AddAsync("村口卡点");
        Assert.Equal([CheckpointRules.NameIsNew.Sentence], _clerk.Errors);

        var gate = await _server.InDbAsync(db => db.Checkpoints.SingleAsync());
        await _clerk.OpenAsync($"{List}/Edit/{gate.Id}");
        await _clerk.SendAsync(("详细地址", "村西头路口"));
        Assert.Equal("村西头路口", (await _server.InDbAsync(db => db.Checkpoints.SingleAsync())).Address);
    }

    [Fact]
    public async Task A_gate_is_closed_and_opened_again_and_every_step_is_in_the_audit_by_name_of_field()
    {
        await AddAsync("村口卡点");
        var gate = await _server.InDbAsync(db => db.Checkpoints.SingleAsync());
        var stale = new OfficeBrowser(_clerk.Http);
        await stale.OpenAsync($"{List}/Edit/{gate.Id}");

        await _clerk.OpenAsync($"{List}/Edit/{gate.Id}");
        await _clerk.PressAsync("关闭这个关口");
        Assert.Equal("关闭", Row()[6]);
        await stale.PressAsync("关闭这个关口");
        Assert.Equal([CheckpointRules.IsOpen.Sentence], stale.Errors);
        Assert.Equal("村口卡点", stale.Field("名称").GetAttribute("value"));

        await _clerk.OpenAsync($"{List}/Edit/{gate.Id}");
        await _clerk.PressAsync("重新启用这个关口");
        Assert.Equal("使用中", Row()[6]);

        var records = await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Subject == "关口 村口卡点").OrderBy(record => record.Id).ToListAsync());
        Assert.Equal(["新建 ", "修改 关闭：否→是", "修改 关闭：是→否"], records.Select(record => $"{record.Action} {record.Detail}"));
        Assert.All(records, record => Assert.Equal("luru", record.UserName));
    }

    [Fact]
    public async Task Another_offices_gates_do_not_exist_here()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var theirs = await _server.AddCheckpointAsync(other.Code, "别村卡点");

        Assert.DoesNotContain("别村卡点", (await _clerk.OpenAsync(List)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _clerk.OpenAsync($"{List}/Edit/{theirs.Id}")).Status);
        await AddAsync("别村卡点");
        Assert.Equal("别村卡点已保存。", _clerk.StatusMessage);
    }

    [Fact]
    public async Task The_register_says_what_the_provinces_notice_wants_written_down()
    {
        Assert.Contains("只记人数（宁疫指办发〔2020〕73号 二(一)）", (await _clerk.OpenAsync(List)).Text, StringComparison.Ordinal);

        await using var hainan = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);
        var clerk = await hainan.SignedInUserAsync("luru", _office, Roles.Clerk);
        Assert.Contains("每次通行登记（琼肺炎指〔2020〕29号", (await clerk.OpenAsync(List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_province_without_the_card_a_form_is_refused_with_the_one_sentence()
    {
        await using var hebei = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var clerk = await hebei.SignedInUserAsync("luru", _office, Roles.Clerk);

        await clerk.OpenAsync("/Declarations/Create");
        Assert.Contains("本省通知没有规定健康通行卡，本系统在这里只做查验。", clerk.Text, StringComparison.Ordinal);
        Assert.Null(clerk.Page.QuerySelector("#declaration"));
        var token = clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await clerk.PostAsync("/Declarations/Create", [new("__RequestVerificationToken", token), .. PaperForm.Filled.Select(field => new KeyValuePair<string, string>("Input." + field.Key, field.Value))]);
        Assert.Contains("本省通知没有规定健康通行卡，本系统在这里只做查验。", clerk.Text, StringComparison.Ordinal);
        Assert.Equal(0, await hebei.InDbAsync(db => db.Declarations.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/Printing/DeclarationForm")).Status);
        await clerk.OpenAsync("/Printing/Forms");
        await clerk.SendAsync();
        Assert.Equal(["本省通知没有规定健康通行卡，本系统在这里只做查验。"], clerk.Errors);
    }

    [Theory]
    [InlineData("hebei")]
    [InlineData("hainan")]
    [InlineData("national")]
    public async Task Every_other_page_of_a_province_without_the_card_opens_without_its_words(string pack)
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: RulePacks.InForce(pack, new(2026, 1, 1)));
        var both = await server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);

        foreach (var page in (string[])["/", "/Declarations", "/Review", "/Passes", "/Passes/Revoke/1", "/Printing", "/Verification/Check", "/Verification/Checkpoints", "/Verification/Checkpoints/Edit", "/Verification/History/64010400120100001235", "/Reports", "/Reports/Charts", "/Imports", "/Seals", "/Stock"])
        {
            await both.OpenAsync(page);
            Assert.True(both.Status is HttpStatusCode.OK || page is "/Passes/Revoke/1" && both.Status is HttpStatusCode.NotFound, $"{page}: {both.Status}");
        }

        foreach (var report in HealthCode.Web.Reports.ReportCatalog.All.Where(report => !report.IsOfTownship))
        {
            Assert.Equal(HttpStatusCode.OK, (await both.Http.GetAsync($"/Reports?handler=File&report={report.Code}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await both.Http.GetAsync("/Imports?handler=Template&kind=declarations")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await both.Http.GetAsync("/Verification/StopList")).StatusCode);
    }

    [Theory]
    [InlineData(Roles.Reviewer, HttpStatusCode.OK)]
    [InlineData(Roles.SealKeeper, HttpStatusCode.Forbidden)]
    [InlineData(Roles.SystemAdministrator, HttpStatusCode.Forbidden)]
    public async Task Clerks_and_reviewers_keep_the_register(string role, HttpStatusCode status)
    {
        var somebody = await _server.SignedInUserAsync("somebody", _office, role);

        Assert.Equal(status, (await somebody.OpenAsync(List)).Status);
        Assert.Equal(status, (await somebody.OpenAsync(List + "/Edit")).Status);
        Assert.Equal(status, (await somebody.OpenAsync("/Verification/Check")).Status);
    }

    private async Task AddAsync(string name)
    {
        await _clerk.OpenAsync(List + "/Edit");
        await _clerk.SendAsync(("名称", name), ("类型", "路口"), ("详细地址", "村东头路口"), ("查验方式", "省界"));
    }

    private List<string> Row() => [.. _clerk.Page.QuerySelectorAll("tbody tr")[0].Children.Select(cell => cell.TextContent.Trim())];
}
