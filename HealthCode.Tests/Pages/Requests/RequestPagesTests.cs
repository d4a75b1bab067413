using System.Net;
using HealthCode.Domain.Requests;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Requests;

/// <summary>查阅、纠错, from the window to the answer in hand.</summary>
public sealed class RequestPagesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private OfficeBrowser _reviewer = null!;
    private string _office = "";
    private string _number = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        _reviewer = await _server.SignedInUserAsync("shenhe", _office, Roles.Reviewer);
        await _clerk.KeyedAsync(_server);
        _number = await _server.InDbAsync(db => db.Declarations.Select(declaration => declaration.Number).SingleAsync());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task From_his_form_the_request_is_received_and_waits_with_its_age()
    {
        await _clerk.OpenAsync($"/Requests/Create?number={_number}");
        Assert.Equal("马德山", _clerk.Field("谁的资料（姓名）").GetAttribute("value"));
        await ReceiveAsync("查阅");

        Assert.StartsWith("已受理，第 1 号，最晚 2020年3月20日 答复", _clerk.StatusMessage, StringComparison.Ordinal);
        _server.Clock.Advance(TimeSpan.FromDays(3));
        _reviewer = await _server.SignedInAsync("shenhe");
        await _reviewer.OpenAsync("/Requests");
        Assert.Contains("3 天", _reviewer.Text, StringComparison.Ordinal);
        _server.Clock.Advance(TimeSpan.FromDays(13));
        _reviewer = await _server.SignedInAsync("shenhe");
        Assert.Contains("超期", (await _reviewer.OpenAsync("/Requests")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_found_by_name_initials_or_number()
    {
        await ReceiveAsync("查阅");
        foreach (var (text, found) in new[] { ("德山", 1), ("mds", 1), ("1", 1), ("2", 0), ("纳福贵", 0) })
        {
            await _clerk.OpenAsync("/Requests");
            await _clerk.PostAsync(_clerk.Page.QuerySelector("form.list-search")!.GetAttribute("action")!, [.. _clerk.MainFields().Where(field => field.Key == "__RequestVerificationToken"), new("q", text)]);

            Assert.Equal((text, found), (text, _clerk.Page.QuerySelectorAll("tbody tr").Length));
            Assert.StartsWith("/Requests?of=", _clerk.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Granted_access_prints_what_is_kept_and_the_audit_names_nobody()
    {
        await ReceiveAsync("查阅");
        await AnswerAsync(("答复", "同意"), ("说明", "已当面核对身份"));
        Assert.StartsWith("已答复", _reviewer.StatusMessage, StringComparison.Ordinal);

        using var slip = new PdfInspector(await _clerk.Http.GetByteArrayAsync("/Requests/Slip/1"));

        var words = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));
        Assert.All(["查阅答复单", "马德山", PaperForm.Number, _number, "待测温审核", "已当面核对身份"], word => Assert.Contains(word, words, StringComparison.Ordinal));
        Assert.DoesNotContain(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => (record.Subject + record.Detail).Contains("马德山", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_form_does_not_lead_to_his_papers_and_a_wrong_name_is_corrected_first()
    {
        await ReceiveAsync("查阅", ("谁的资料（姓名）", "马得山"));
        Assert.Equal([RequestRules.FormIsHis.Sentence], _clerk.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.Requests.CountAsync()));

        await ReceiveAsync("纠错", ("谁的资料（姓名）", "马得山"), ("要求", "姓名录错了，是“得”"));
        Assert.StartsWith("已受理", _clerk.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_access_prints_the_reason_and_nothing_that_is_kept()
    {
        await ReceiveAsync("查阅");
        await AnswerAsync(("答复", "不办"), ("说明", "不是本人，也不是监护人"));

        using var slip = new PdfInspector(await _clerk.Http.GetByteArrayAsync("/Requests/Slip/1"));

        Assert.Contains("不是本人，也不是监护人", slip.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain(PaperForm.Number, slip.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_made_first_and_then_granted_with_the_version()
    {
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        await ReceiveAsync("纠错");
        _server.Clock.Advance(TimeSpan.FromMinutes(5));
        await AnswerAsync(("答复", "同意"), ("说明", "户籍地址改好了"));
        Assert.Equal([RequestRules.CorrectedFirst.Sentence], _reviewer.Errors);
        await _clerk.OpenAsync("/Declarations/Edit/1");
        await _clerk.SendAsync(("户籍地址", "宁夏回族自治区银川市西夏区"), ("修改原因", "纠错申请 1"));
        Assert.Empty(_clerk.Errors);

        await AnswerAsync(("答复", "同意"), ("说明", "户籍地址改好了"));

        Assert.Empty(_reviewer.Errors);
        Assert.Equal($"{_number} 第 2 版", await _server.InDbAsync(db => db.Requests.Select(request => request.CorrectedIn).SingleAsync()));
    }

    [Theory]
    [InlineData("怎样核对了身份", "", "请填写怎样核对了身份。")]
    [InlineData("申报编号", "20200305-9999", "没有这个编号的申报表，请核对。")]
    public async Task What_is_wrong_is_said(string label, string typed, string sentence)
    {
        await ReceiveAsync("纠错", (label, typed));

        Assert.Contains(sentence, _clerk.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.Requests.CountAsync()));
    }

    [Fact]
    public async Task Who_is_not_kept_here_is_told_so()
    {
        await ReceiveAsync("查阅", ("申报编号", ""), ("谁的资料（姓名）", "丁没来"));
        await AnswerAsync(("答复", "同意"), ("说明", "查过了"));

        using var slip = new PdfInspector(await _clerk.Http.GetByteArrayAsync("/Requests/Slip/1"));

        Assert.Contains("没有申报表，也没有健康通行卡", slip.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_receives_and_does_not_answer_and_another_office_sees_nothing()
    {
        await ReceiveAsync("查阅");
        await _clerk.OpenAsync("/Requests/Answer/1");
        Assert.Contains("/Account/Denied", _clerk.Address, StringComparison.Ordinal);

        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var stranger = await _server.SignedInUserAsync("lingcun", other.Code, Roles.Clerk, Roles.Reviewer);
        foreach (var page in (string[])["Details", "Answer", "Slip"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/Requests/{page}/1")).Status);
        }

        Assert.DoesNotContain("马德山", (await stranger.OpenAsync("/Requests")).Text, StringComparison.Ordinal);
    }

    private async Task ReceiveAsync(string kind, params (string Label, string? Value)[] changes)
    {
        await _clerk.OpenAsync("/Requests/Create");
        await _clerk.SendAsync([("申请什么", kind), ("谁的资料（姓名）", "马德山"), ("怎样核对了身份", "看过身份证原件"), ("申报编号", _number), ("要求", "户籍地址错了"), .. changes]);
    }

    private async Task AnswerAsync(params (string Label, string? Value)[] values)
    {
        await _reviewer.OpenAsync("/Requests/Answer/1");
        await _reviewer.SendAsync(values);
    }
}
