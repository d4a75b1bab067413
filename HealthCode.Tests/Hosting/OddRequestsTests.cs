using System.Net;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Hosting;

/// <summary>看不懂的提交 — what no page of ours sends is refused with a true sentence, and is no fault of the program.</summary>
public sealed class OddRequestsTests
{
    [Fact]
    public async Task Other_verbs_than_GET_HEAD_and_POST_get_405_and_HEAD_works_where_GET_does()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);

        foreach (var verb in (string[])["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "SEARCH"])
        {
            foreach (var page in (string[])["/", "/Declarations/Create", "/Account/Login", "/css/site.css"])
            {
                using var asked = new HttpRequestMessage(new HttpMethod(verb), page);
                using var answer = await desk.Http.SendAsync(asked);
                Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{verb} {page}: {answer.StatusCode}");
                Assert.Contains("GET", answer.Content.Headers.Allow);
            }
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, "/Declarations/Create");
        using var shown = await desk.Http.SendAsync(head);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await desk.PostAsync("/Help", [new("__RequestVerificationToken", await TokenAsync(desk))])).Status);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused_with_the_reason()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);
        var token = await TokenAsync(desk);
        KeyValuePair<string, string> signed = new("__RequestVerificationToken", token);

        await desk.PostAsync("/Declarations/Create", [signed, new("Input.Name", "马\0山")]);
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
        Assert.Contains("空字符", desk.Page.QuerySelector(".large")!.TextContent, StringComparison.Ordinal);

        await desk.PostAsync("/Declarations/Create", [signed, .. Enumerable.Range(0, 8200).Select(i => KeyValuePair.Create($"k{i}", "1"))]);
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
        Assert.Contains("格子太多", desk.Page.QuerySelector(".large")!.TextContent, StringComparison.Ordinal);

        await desk.PostAsync("/Declarations/Create", [signed, new(new string('k', 3000), "1")]);
        Assert.Contains("太长", desk.Page.QuerySelector(".large")!.TextContent, StringComparison.Ordinal);

        using var broken = new ByteArrayContent(Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"));
        broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        await desk.PostAsync("/Declarations/Create", broken);
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
        Assert.Contains("断了或者乱了", desk.Page.QuerySelector(".large")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await desk.OpenAsync("/Declarations?q=a%00b")).Status);
    }

    [Fact]
    public async Task A_review_with_clause_five_unanswered_is_the_form_with_what_was_typed()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);
        var id = await desk.KeyedAsync(server);

        foreach (var button in (string[])["符合", "退回补正", "算一算天数"])
        {
            await desk.OpenAsync($"/Review/Decide/{id}");
            await desk.PressAsync(button, ("体温（℃）", "36.7"), ("测温器", "额温枪2号"));
            Assert.Equal(HttpStatusCode.OK, desk.Status);
            Assert.Equal("36.7", desk.Page.QuerySelector("[name='Input.Temperature']")!.GetAttribute("value"));
            Assert.Equal("额温枪2号", desk.Page.QuerySelector("[name='Input.Device']")!.GetAttribute("value"));
            Assert.Equal(5, desk.Page.QuerySelectorAll("section.clause").Length);
        }
    }

    [Fact]
    public async Task A_row_that_was_announced_and_not_posted_is_an_empty_row()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);

        await desk.PostAsync("/Declarations/Create", [new("__RequestVerificationToken", await TokenAsync(desk)), new("Input.Name", "马德山"), new("Input.Stays.index", "0"), new("Input.Stays.index", "x")]);

        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal("马德山", desk.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_report_up_to_a_day_no_office_has_is_no_fault_of_the_program(string day)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);
        foreach (var page in (string[])["/Reports", "/Reports/Charts", "/Reports/CourierLedger"])
        {
            await desk.OpenAsync($"{page}?firstDay={day}&lastDay={day}&handler=Download&report=daily");
            Assert.True((int)desk.Status < 500, page);
        }
    }

    private static async Task<OfficeBrowser> DeskAsync(OfficeServer server) =>
        await server.SignedInUserAsync("yiren", await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync()), Roles.Clerk, Roles.Reviewer);

    private static async Task<string> TokenAsync(OfficeBrowser desk) =>
        (await desk.OpenAsync("/Account/Sessions")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
