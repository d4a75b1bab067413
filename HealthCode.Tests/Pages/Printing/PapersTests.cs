using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Printing;

/// <summary>Papers through the browser: who may have them, and what the audit says of it.</summary>
public sealed class PapersTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_refused_form_leads_to_its_slip_and_the_audit_keeps_it()
    {
        var id = await _desk.KeyedAsync(_server);
        await _desk.DecideAsync(id, "Refuse", ("Clauses[2].Applies", "True"), ("Clauses[2].HappenedOn", "20200226"), ("LivedHere", "False"), ("Reason", "返宁观察未满"));
        Assert.Empty(_desk.Errors);

        using var slip = await PdfAsync("打印不予办理告知单");

        Assert.Contains("不予办理告知单马德山：", slip.Words(1), StringComparison.Ordinal);
        Assert.Contains("最早再来的日子2020年3月11日", slip.Words(1), StringComparison.Ordinal);
        await InAuditAsync("打印不予办理告知单", "申报 20200305-0001");
    }

    [Fact]
    public async Task A_returned_form_leads_to_its_slip_and_the_audit_keeps_it()
    {
        var id = await _desk.KeyedAsync(_server);
        await _desk.DecideAsync(id, "Return", ("MissingItems", "第(6)项|签字"), ("Reason", "请当面补填"));
        Assert.Empty(_desk.Errors);

        using var slip = await PdfAsync("打印补正告知单");

        Assert.Contains("请补上·第(6)项·签字", slip.Words(1), StringComparison.Ordinal);
        await InAuditAsync("打印补正告知单", "申报 20200305-0001");
    }

    [Fact]
    public async Task A_form_that_waits_or_was_approved_has_no_slip()
    {
        var waiting = await _desk.KeyedAsync(_server);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.OpenAsync($"/Printing/Slip/{waiting}")).Status);
        await _desk.DecideAsync(waiting, "Approve");
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.OpenAsync($"/Printing/Slip/{waiting}")).Status);
    }

    [Fact]
    public async Task A_card_of_another_office_and_a_card_after_the_end_are_not_printed()
    {
        var card = await _desk.ApprovedAsync(_server);
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var neighbour = await _server.SignedInUserAsync("lingcun", other.Code, Roles.Clerk);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.OpenAsync($"/Printing/Card/{card}")).Status);

        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            (await db.Offices.OrderBy(office => office.Code).FirstAsync()).EndEpidemic(new(2020, 3, 5), new(2020, 3, 5))));
        await _desk.OpenAsync($"/Printing/Card/{card}");

        Assert.Equal($"/Passes/Details/{card}", _desk.Address);
        Assert.Contains("不能再打印", _desk.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_blank_form_is_one_click_from_the_front_page()
    {
        await _desk.OpenAsync("/");

        using var form = await PdfAsync("打印空白申报表");

        Assert.StartsWith("宁夏回族自治区健康通行卡办理申报表", form.Words(1), StringComparison.Ordinal);
    }

    /// <summary>Follows a link of the page to its PDF; what is to be done next may stand above and on the page.</summary>
    private async Task<PdfInspector> PdfAsync(string link)
    {
        var address = _desk.Page.QuerySelectorAll("a").First(each => each.TextContent.Trim() == link).GetAttribute("href")!;
        using var answer = await _desk.Http.GetAsync(address);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return new(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task InAuditAsync(string action, string subject) => Assert.Equal(
        subject, (await _server.InDbAsync(db => db.AuditRecords.SingleAsync(record => record.Action == action))).Subject);
}
