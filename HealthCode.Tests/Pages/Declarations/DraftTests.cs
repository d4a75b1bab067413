using System.Net;
using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

/// <summary>草稿: what is typed is on the server, power cut or not.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDb(db => db.Offices.Select(office => office.Code).SingleAsync());
        _clerk = await _server.AtDeskAsync("luru", _office, Roles.Clerk);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_typed_is_kept_as_a_draft_and_comes_back_word_for_word()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        var typed = _clerk.Over(new Dictionary<string, string> { ["Name"] = "马德", ["BirthDate"] = "1948.2.", ["Stays[0].Address"] = "半个地" });
        await _clerk.PostAsync("/Declarations/Create?handler=Draft", typed);
        Assert.Contains("savedAt", _clerk.Html, StringComparison.Ordinal);

        await _clerk.OpenAsync("/Declarations/Create");
        Assert.Contains("继续：马德", _clerk.Text, StringComparison.Ordinal);
        await _clerk.OpenAsync(_clerk.Page.QuerySelector(".drafts a")!.GetAttribute("href")!);

        Assert.Equal("1948.2.", _clerk.Field("出生日期").GetAttribute("value"));
        Assert.Equal("半个地", _clerk.Field("地址 1").GetAttribute("value"));
    }

    [Fact]
    public async Task A_draft_is_gone_when_its_form_is_saved_and_is_seen_by_its_writer_only()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        var fields = _clerk.Over(PaperForm.Filled);
        await _clerk.PostAsync("/Declarations/Create?handler=Draft", fields);
        var key = fields.Single(field => field.Key == "Input.FormKey").Value;

        var other = await _server.AtDeskAsync("luru2", _office, Roles.Clerk);
        await other.OpenAsync($"/Declarations/Create?draft={key}");
        Assert.DoesNotContain("马德山", other.Html, StringComparison.Ordinal);

        await _clerk.PostAsync("/Declarations/Create", fields);
        Assert.Equal(0, await _server.InDb(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task A_sign_in_that_ended_while_typing_loses_nothing()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        var fields = _clerk.Over(PaperForm.Filled, ("Name", "马德山·哈三"));
        _server.Clock.Advance(TimeSpan.FromMinutes(16));

        await _clerk.PostAsync("/Declarations/Create", fields);
        Assert.StartsWith("/Account/Login", _clerk.Address, StringComparison.Ordinal);
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));

        Assert.StartsWith("/Declarations/Create?draft=", _clerk.Address, StringComparison.Ordinal);
        Assert.Equal("马德山·哈三", _clerk.Field("姓名").GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_keeps_a_draft_with_a_ticket_he_wrote_himself()
    {
        var stranger = _server.Browser();

        await stranger.PostAsync("/Declarations/Create", [new("ticket", _office + "luru"), new("Input.FormKey", "x"), new("Input.Name", "伪造")]);

        Assert.Equal(0, await _server.InDb(db => db.Drafts.CountAsync()));
    }
}
