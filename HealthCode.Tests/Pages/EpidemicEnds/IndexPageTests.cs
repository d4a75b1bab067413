using System.Net;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;
using HealthCode.Web.Security;
using HealthCode.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.EpidemicEnds;

/// <summary>疫情解除: entered by one, confirmed by another, counted down, and at the end a paper.</summary>
public sealed class IndexPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private string _office = "";
    private OfficeBrowser _first = null!;
    private OfficeBrowser _second = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _first = await _server.SignedInUserAsync("shenhe", _office, Roles.Reviewer, Roles.Clerk);
        _second = await _server.SignedInUserAsync("guanli", _office, Roles.SystemAdministrator);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Until_the_second_person_has_confirmed_nothing_changes()
    {
        await EnterAsync();
        Assert.StartsWith("已登记，还没有生效", _first.StatusMessage, StringComparison.Ordinal);
        Assert.Null(await EndAsync());
        await _first.ApprovedAsync(_server);

        await _second.OpenAsync("/Closing");
        Assert.Contains("2020年3月6日", _second.Text, StringComparison.Ordinal);
        Assert.Contains("2020年4月6日零时以后，电脑自己把它们全部销毁", _second.Text, StringComparison.Ordinal);
        Assert.Equal(TestDatabase.IsPostgres, _second.Text.Contains("日志归档（WAL）、备用服务器、用数据库自己的工具做的备份，程序够不着", StringComparison.Ordinal));
        await _second.PressAsync("确认", ("我已经把上面的内容逐字念了一遍，和通知核对无误", "on"));

        Assert.StartsWith("已确认", _second.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2020, 3, 6), await EndAsync());
    }

    [Fact]
    public async Task The_first_finds_no_button_to_confirm_and_is_refused_when_he_sends_it_all_the_same()
    {
        await EnterAsync();
        Assert.DoesNotContain(_first.Page.QuerySelectorAll("button"), button => button.TextContent.Trim() == "确认");
        var id = await _server.InDbAsync(db => db.EpidemicEnds.Select(end => end.Id).SingleAsync());

        await _first.PostAsync($"/Closing/{_office}?handler=Confirm&id={id}", [.. _first.MainFields(), new("Input.ReadAloud", "true")]);

        Assert.Equal([EpidemicEndRules.SecondPerson.Sentence], _first.Errors);
        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task Without_reading_aloud_it_is_not_confirmed()
    {
        await EnterAsync();
        await _second.OpenAsync("/Closing");

        await _second.PressAsync("确认");

        Assert.Equal([EpidemicEndRules.ReadAloud.Sentence], _second.Errors);
        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task The_first_withdraws_and_what_he_withdrew_cannot_be_confirmed_any_more()
    {
        await EnterAsync();
        await _second.OpenAsync("/Closing");

        await _first.PressAsync("撤回");
        Assert.StartsWith("已撤回", _first.StatusMessage, StringComparison.Ordinal);
        await _second.PressAsync("确认", ("我已经把上面的内容逐字念了一遍，和通知核对无误", "on"));

        Assert.Equal([EpidemicEndRules.StillOpen.Sentence], _second.Errors);
        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task A_wrong_end_is_corrected_by_two_before_the_destruction_and_by_nobody_after_it()
    {
        await EnterAsync();
        await ConfirmAsync(_second);
        await AtAsync(new(2020, 3, 20));
        await _second.OpenAsync("/Closing");
        await _second.SendAsync(("发文机关", "样例省指挥部"), ("文号", "样指发〔2020〕10号"), ("发文日期", "20200319"), ("疫情解除日", "20200501"), ("更正原因", "月份录错"));
        Assert.Empty(_second.Errors);
        Assert.Equal(new DateOnly(2020, 3, 6), await EndAsync());
        await ConfirmAsync(_first);
        Assert.Equal(new DateOnly(2020, 5, 1), await EndAsync());
        await NightAsync(new(2020, 4, 6));
        Assert.Equal(0, await _server.InDbAsync(db => db.DestructionRecords.CountAsync()));

        await NightAsync(new(2020, 6, 1));
        await AtAsync(new(2020, 6, 1));

        await _second.OpenAsync("/Closing");
        Assert.Contains("全部销毁", _second.Text, StringComparison.Ordinal);
        Assert.Contains("清册的数字签名有效", _second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_second.Page.QuerySelectorAll("main button"), button => button.TextContent.Trim() == "登记");
    }

    [Theory]
    [InlineData("疫情解除日", "", "请填写疫情解除日。")]
    [InlineData("发文机关", "", "请填写发文机关。")]
    [InlineData("疫情解除日", "20220306", "解除日应在健康通行卡启用以后、今天起一年以内，请核对年份。")]
    [InlineData("发文日期", "20200306", "发文日期不能晚于今天，请对着通知核对。")]
    public async Task What_is_wrong_is_said(string label, string typed, string sentence)
    {
        await EnterAsync((label, typed));

        Assert.Contains(sentence, _first.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.EpidemicEnds.CountAsync()));
    }

    [Fact]
    public async Task An_end_that_lies_long_back_is_shown_to_destroy_tonight()
    {
        await AtAsync(new(2020, 6, 1));
        await EnterAsync();

        await _second.OpenAsync("/Closing");

        Assert.Contains("今夜零时就销毁", _second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_day_of_the_end_on_nothing_is_issued_and_the_notice_can_be_hung_out()
    {
        var form = await _first.KeyedAsync(_server);
        await EnterAsync();
        await ConfirmAsync(_second);
        await AtAsync(new(2020, 3, 6));

        await _first.DecideAsync(form, "Approve");
        Assert.Contains("疫情已经解除，健康通行卡停止使用，不再发放。", _first.Errors);

        using var notice = new PdfInspector(await _first.Http.GetByteArrayAsync("/Closing/Notice"));
        Assert.Contains("健康通行卡停止使用", notice.Words(1), StringComparison.Ordinal);
        Assert.Contains("样指发〔2020〕9号", notice.Words(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-03-20", "还有 17 天销毁", false)]
    [InlineData("2020-03-30", "还有 7 天销毁", true)]
    [InlineData("2020-04-05", "还有 1 天销毁", true)]
    public async Task Everybodys_first_page_counts_the_days_and_the_last_seven_remind_the_administrator(string day, string left, bool reminds)
    {
        await EnterAsync();
        await ConfirmAsync(_second);
        await AtAsync(LawfulCase.Day(day));
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);

        foreach (var desk in (OfficeBrowser[])[clerk, _first, _second])
        {
            Assert.Contains(left, (await desk.OpenAsync("/")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(reminds, _second.Text.Contains("收回 U 盘上的备份", StringComparison.Ordinal));
        Assert.DoesNotContain("收回 U 盘上的备份", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_go_out_without_anybody_before_the_papers_go()
    {
        await _first.ApprovedAsync(_server);
        await EnterAsync();
        await ConfirmAsync(_second);

        using var answer = await _second.Http.GetAsync("/Closing/Figures");

        Assert.Equal((HttpStatusCode.OK, Workbook.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var sheet = Spreadsheet.Open(await answer.Content.ReadAsStreamAsync());
        Assert.Empty(sheet.Faults);
        Assert.Contains("1", sheet.Column("符合"));
        Assert.DoesNotContain("马德山", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_destruction_the_list_is_printed_at_any_time_and_names_nobody()
    {
        await _first.ApprovedAsync(_server);
        await EnterAsync();
        await ConfirmAsync(_second);
        Assert.Equal(HttpStatusCode.NotFound, (await _second.OpenAsync("/Closing/List")).Status);
        await NightAsync(new(2020, 4, 6));
        await AtAsync(new(2020, 6, 1));

        var pdf = await _second.Http.GetByteArrayAsync("/Closing/List");
        var text = await _second.Http.GetStringAsync("/Closing/List?handler=Text");

        using var list = new PdfInspector(pdf);
        var words = string.Concat(Enumerable.Range(1, list.Sizes.Count).Select(list.Words));
        Assert.Contains("样指发〔2020〕9号", words, StringComparison.Ordinal);
        Assert.Contains("健康通行卡1张", words, StringComparison.Ordinal);
        Assert.DoesNotContain("马德山", words, StringComparison.Ordinal);
        Assert.Contains("健康通行卡：1 张", text, StringComparison.Ordinal);
        Assert.Contains("销毁清册", (await _first.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_of_the_server_closes_any_office_and_a_reviewer_his_own()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));

        Assert.Contains(other.OfficialName, (await _second.OpenAsync($"/Closing/{other.Code}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _first.OpenAsync($"/Closing/{other.Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _second.OpenAsync("/Closing/999999999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _second.OpenAsync($"/Closing/Figures/{other.Code}")).Status);
    }

    [Fact]
    public async Task A_clerk_has_no_business_here()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);

        await clerk.OpenAsync("/Closing");

        Assert.Contains("/Account/Denied", clerk.Address, StringComparison.Ordinal);
    }

    private async Task EnterAsync(params (string Label, string? Value)[] changes)
    {
        await _first.OpenAsync("/Closing");
        await _first.SendAsync([("发文机关", "样例省指挥部"), ("文号", "样指发〔2020〕9号"), ("发文日期", "20200305"), ("疫情解除日", "20200306"), .. changes]);
    }

    private static async Task ConfirmAsync(OfficeBrowser by)
    {
        await by.OpenAsync("/Closing");
        await by.PressAsync("确认", ("我已经把上面的内容逐字念了一遍，和通知核对无误", "on"));
        Assert.Empty(by.Errors);
    }

    /// <summary>Another day: both sign in anew.</summary>
    private async Task AtAsync(DateOnly day)
    {
        _server.Clock.SetTo(OfficeClock.StartOf(day).AddHours(9));
        (_first, _second) = (await _server.SignedInAsync("shenhe"), await _server.SignedInAsync("guanli"));
    }

    private async Task NightAsync(DateOnly day)
    {
        _server.Clock.SetTo(OfficeClock.StartOf(day).AddMinutes(5));
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        await scope.ServiceProvider.GetRequiredService<RetentionPurge>().DestroyDueAsync();
    }

    private Task<DateOnly?> EndAsync() => _server.InDbAsync(db => db.Offices.Select(office => office.EpidemicEndedOn).SingleAsync());
}
