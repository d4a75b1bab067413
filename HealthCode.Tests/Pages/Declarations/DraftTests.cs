using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        _clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
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
        var typed = _clerk.FieldsWith(new Dictionary<string, string> { ["Name"] = "马德", ["BirthDate"] = "1948.2.", ["Stays[0].Address"] = "半个地" });
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
        var fields = _clerk.FieldsWith(PaperForm.Filled);
        await _clerk.PostAsync("/Declarations/Create?handler=Draft", fields);
        var key = fields.Single(field => field.Key == "Input.FormKey").Value;

        var other = await _server.SignedInUserAsync("luru2", _office, Roles.Clerk);
        await other.OpenAsync($"/Declarations/Create?draft={key}");
        Assert.DoesNotContain("马德山", other.Html, StringComparison.Ordinal);

        await _clerk.PostAsync("/Declarations/Create", fields);
        Assert.Equal(0, await _server.InDbAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task A_sign_in_that_ended_while_typing_loses_nothing()
    {
        await _clerk.OpenAsync("/Declarations/Create");
        var fields = _clerk.FieldsWith(PaperForm.Filled, ("Name", "马德山·哈三"));
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

        Assert.Equal(0, await _server.InDbAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task Three_days_idle_a_form_is_still_kept_for_its_writer()
    {
        var fields = await TypedAsync();
        _server.Clock.Advance(TimeSpan.FromDays(3));

        await _clerk.PostAsync("/Declarations/Create", fields);

        Assert.Equal(1, await DraftsAsync());
    }

    [Fact]
    public async Task So_it_is_when_he_signed_in_elsewhere()
    {
        var fields = await TypedAsync();
        await _server.SignedInAsync("luru");

        await _clerk.PostAsync("/Declarations/Create", fields);

        Assert.Equal(1, await DraftsAsync());
    }

    [Theory]
    [InlineData("退出")]
    [InlineData("停用")]
    [InlineData("重设密码")]
    public async Task Who_has_signed_out_is_disabled_or_has_a_new_password_is_kept_no_draft(string how)
    {
        var fields = await TypedAsync();
        if (how == "退出")
        {
            await _clerk.OpenAsync("/");
            await _clerk.PressAsync("退出");
        }
        else
        {
            await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
            var (db, accounts) = (scope.ServiceProvider.GetRequiredService<Web.Data.OfficeDb>(), scope.ServiceProvider.GetRequiredService<StaffAccounts>());
            var user = await db.Users.SingleAsync();
            await db.InOneTransactionAsync(() => how == "停用" ? accounts.DisableAsync(user, true) : accounts.ResetPasswordAsync(user, "Xinmima-2020"));
        }

        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        await _clerk.PostAsync("/Declarations/Create", fields);

        Assert.StartsWith("/Account/Login", _clerk.Address, StringComparison.Ordinal);
        Assert.Equal(0, await DraftsAsync());
    }

    [Fact]
    public async Task A_book_makes_no_draft_says_so_and_stays_on_the_page()
    {
        var fields = await TypedAsync(("Stays[0].Address", new string('街', 70_000)));

        await _clerk.PostAsync("/Declarations/Create?handler=Draft", fields);
        Assert.Contains("refused", _clerk.Html, StringComparison.Ordinal);
        await _clerk.PostAsync("/Declarations/Create?handler=Keep", fields);

        Assert.Equal([DraftRules.IsShort.Sentence], _clerk.Errors);
        Assert.Equal(70_000, _clerk.Field("地址 1").GetAttribute("value")!.Length);
        Assert.Equal(0, await DraftsAsync());
    }

    [Fact]
    public async Task Nor_is_it_lost_when_the_sign_in_ran_out()
    {
        var fields = await TypedAsync(("Stays[0].Address", new string('a', 250_000)));
        _server.Clock.Advance(TimeSpan.FromMinutes(16));

        await _clerk.PostAsync("/Declarations/Create", fields);
        await _clerk.SendAsync(("登录名", "luru"), ("密码", OfficeServer.Password));

        Assert.Equal("/Account/Resume", _clerk.Address);
        Assert.Equal(0, await DraftsAsync());
    }

    [Fact]
    public async Task A_clerk_has_fifty_drafts_and_goes_on_with_those_he_has()
    {
        var fields = await TypedAsync();
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.Drafts.AddRange(Enumerable.Range(0, DraftRules.MostOfOneClerk - 1).Select(i => DeclarationDraft.Begin($"key{i}", _office, "luru", "{}", "", _server.Clock.GetUtcNow())));
            return Task.CompletedTask;
        }));
        await _clerk.PostAsync("/Declarations/Create?handler=Draft", fields);
        Assert.Contains("savedAt", _clerk.Html, StringComparison.Ordinal);
        await _clerk.PostAsync("/Declarations/Create?handler=Draft", fields);
        Assert.Contains("savedAt", _clerk.Html, StringComparison.Ordinal);

        await _clerk.PostAsync("/Declarations/Create?handler=Keep", await TypedAsync());

        Assert.Equal([DraftRules.AreFew.Sentence], _clerk.Errors);
        Assert.Equal("马德山", _clerk.Field("姓名").GetAttribute("value"));
        Assert.Equal(DraftRules.MostOfOneClerk, await DraftsAsync());
        Assert.Equal(DraftRules.MostOfOneClerk, (await _clerk.OpenAsync("/Declarations/Create")).Page.QuerySelectorAll(".drafts li").Length);
    }

    private async Task<List<KeyValuePair<string, string>>> TypedAsync(params (string Field, string? Value)[] changes)
    {
        await _clerk.OpenAsync("/Declarations/Create");
        return _clerk.FieldsWith(PaperForm.Filled, changes);
    }

    private Task<int> DraftsAsync() => _server.InDbAsync(db => db.Drafts.CountAsync());
}
