using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Declarations;

/// <summary>没录完的户: what is typed is on the server, power cut or not; a form is read aloud without a script.</summary>
public sealed class HouseholdDraftTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;
    private List<long> _people = [];

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _clerk = await _server.ClerkAsync();
        _people = await _server.AddFourGenerationsAsync();
        await _clerk.TickAsync(_people[0], _people[4]);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private string Form => $"/Declarations/Household/{_people[0]}";

    [Fact]
    public async Task A_sitting_half_typed_is_kept_comes_back_and_is_gone_when_it_is_saved()
    {
        var typed = _clerk.SittingFields(2, -1, ("Shared.Stays[0].Address", "半个地"), ("People[1].Form.Diagnosed", null));
        await _clerk.PostAsync(Form + "?handler=Draft", typed);
        Assert.Contains("savedAt", _clerk.Html, StringComparison.Ordinal);

        await _clerk.OpenAsync("/Declarations/Create");
        Assert.Contains("继续：一户，马建国", _clerk.Text, StringComparison.Ordinal);
        await _clerk.OpenAsync("/Declarations/Household");
        await _clerk.OpenAsync(_clerk.Page.QuerySelector(".drafts a")!.GetAttribute("href")!);
        Assert.Equal("半个地", _clerk.Page.QuerySelector("[name='Input.Shared.Stays[0].Address']")!.GetAttribute("value"));
        Assert.Equal(2, _clerk.Page.QuerySelectorAll("section.person").Length);
        Assert.Empty(_clerk.Page.QuerySelectorAll("[name='Input.People[1].Form.Diagnosed'][checked]"));

        await _clerk.SitAsync(2);
        Assert.Empty(_clerk.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.Drafts.CountAsync()));
        // A late message of the script makes no new draft of what has been saved.
        await _clerk.PostAsync(Form + "?handler=Draft", typed);
        Assert.Equal(0, await _server.InDbAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task Kept_by_the_button_it_waits_in_the_list_and_may_be_thrown_away()
    {
        await _clerk.PostAsync(Form + "?handler=Keep", _clerk.SittingFields(2));
        Assert.Equal("/Declarations/Household", _clerk.Address);
        Assert.StartsWith("草稿已保存", _clerk.StatusMessage, StringComparison.Ordinal);

        await _clerk.PressAsync("丢弃");
        Assert.Equal(0, await _server.InDbAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task A_sign_in_that_ended_while_typing_loses_nothing()
    {
        var fields = _clerk.SittingFields(2, -1, ("Shared.House", "亲戚家"));
        _server.Clock.Advance(TimeSpan.FromMinutes(16));

        await _clerk.PostAsync(Form, fields);
        Assert.StartsWith("/Account/Login", _clerk.Address, StringComparison.Ordinal);
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));

        Assert.StartsWith(Form + "?draft=H", _clerk.Address, StringComparison.Ordinal);
        Assert.Equal("亲戚家", _clerk.Page.QuerySelector("[name='Input.Shared.House']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_a_script_a_form_comes_back_with_the_words_to_read_in_large_type_and_all_that_was_typed()
    {
        await _clerk.PostAsync(Form + "?handler=Aloud", [.. _clerk.SittingFields(2), new("at", "1")]);

        var read = Assert.Single(_clerk.Page.QuerySelectorAll("details.aloud-text[open]"));
        Assert.Contains("马小兰，现在把您的申报表念给您听", read.TextContent, StringComparison.Ordinal);
        Assert.Contains("样例社区3组12号", read.TextContent, StringComparison.Ordinal);
        Assert.Contains("监护人马志强，是您的父亲", read.TextContent, StringComparison.Ordinal);
        Assert.NotNull(_clerk.Page.QuerySelector("[name='Input.People[1].Form.Diagnosed'][value=False][checked]"));
        Assert.Equal(0, await _server.InDbAsync(db => db.Declarations.CountAsync()));

        await _clerk.OpenAsync("/Declarations/Create");
        await _clerk.PostAsync("/Declarations/Create?handler=Aloud", _clerk.FieldsWith(PaperForm.Filled, ("TravelOn", "2020023")));
        Assert.Contains("马德山，现在把您的申报表念给您听", Assert.Single(_clerk.Page.QuerySelectorAll("details.aloud-text[open]")).TextContent, StringComparison.Ordinal);
        Assert.Equal("2020023", _clerk.Field("出行日期").GetAttribute("value"));
        Assert.Empty(_clerk.Errors);
    }
}
