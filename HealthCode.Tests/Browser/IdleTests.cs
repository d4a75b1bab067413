using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Browser;

/// <summary>空闲 — a queue, a phone call, a tea: whoever comes back in time goes on with one key, whoever comes too late signs in and loses nothing.</summary>
public sealed class IdleTests : IAsyncLifetime
{
    private const string Warning = "[role=alertdialog]";
    private OfficeServer _server = null!;
    private RealBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(onPort: true);
        await _server.AddUserAsync("luru", await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync()), Roles.Clerk);
        _desk = await RealBrowser.BeforeAsync(_server);
        await _desk.Page.Clock.InstallAsync();
        await _desk.SignInAsync("luru");
        await _desk.OpenAsync("/Verification/Checkpoints/Edit");
        foreach (var (field, text) in new[] { ("Name", "村口卡点"), ("County", "兴庆区"), ("Township", "样例街道"), ("Address", "村东头路口") })
        {
            await _desk.Page.FillAsync($"[name='Input.{field}']", text);
        }

        await _desk.Page.CheckAsync("[name='Input.Kind'][value='Road']", new() { Force = true });
        await _desk.Page.CheckAsync("[name='Input.Mode'][value='Venue']", new() { Force = true });
        await _desk.Page.FocusAsync("[name='Input.Address']");
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Two_minutes_before_the_end_the_page_says_so_and_one_key_goes_on_where_he_was()
    {
        await PassAsync(12);
        Assert.False(await _desk.Page.IsVisibleAsync(Warning));

        await PassAsync(1.1);
        await _desk.Page.WaitForSelectorAsync(Warning);
        Assert.Contains("还有 2 分钟", await _desk.Page.InnerTextAsync(Warning), StringComparison.Ordinal);
        Assert.Empty(await _desk.SeriousAsync());
        await _desk.PictureAsync("21-空闲提醒");
        await _desk.PressAsync("Enter");
        await _desk.Page.WaitForSelectorAsync(Warning, new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        Assert.Equal("Input.Address", await _desk.FocusAsync());

        // Fourteen more: without the key it would be over.
        await PassAsync(11);
        await _desk.GoAsync("Alt+S");
        Assert.Equal("村口卡点", await _server.InDbAsync(db => db.Checkpoints.Select(gate => gate.Name).SingleAsync()));
        Assert.Empty(_desk.ScriptErrors);
    }

    [Fact]
    public async Task Who_types_is_not_idle_though_nothing_was_sent()
    {
        await PassAsync(10);
        // The server hears of the first key; without waiting for it the clocks would run ahead of the request.
        await _desk.Page.RunAndWaitForResponseAsync(() => _desk.TypeAsync("二号"), answer => answer.Status == 204);

        await PassAsync(3.1);
        await PassAsync(9);

        Assert.False(await _desk.Page.IsVisibleAsync(Warning));
        await _desk.GoAsync("Alt+S");
        Assert.Equal("村东头路口二号", await _server.InDbAsync(db => db.Checkpoints.Select(gate => gate.Address).SingleAsync()));
    }

    [Fact]
    public async Task One_key_at_the_beginning_and_then_a_quarter_of_an_hour_of_nothing_is_the_end()
    {
        await PassAsync(0.05);
        await _desk.TypeAsync("2");

        await PassAsync(13);
        await _desk.Page.WaitForSelectorAsync(Warning);
        await PassAsync(2.1);

        await _desk.Page.WaitForSelectorAsync(Warning + " >> text=登录已过期");
        await _desk.GoAsync("Alt+S");
        Assert.Contains("/Account/Login", _desk.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_too_late_is_told_signs_in_again_and_hands_in_what_he_typed()
    {
        await PassAsync(16);
        await _desk.Page.WaitForSelectorAsync(Warning + " >> text=登录已过期");
        await _desk.PictureAsync("22-登录已过期");

        await _desk.GoAsync("Alt+S");
        Assert.Contains("/Account/Login", _desk.Page.Url, StringComparison.Ordinal);
        await _desk.PictureAsync("23-重新登录");
        await _desk.TypeAsync("luru");
        await _desk.PressAsync("Tab");
        await _desk.TypeAsync(OfficeServer.Password);
        await _desk.GoAsync("Enter");
        await _desk.GoAsync("Enter");

        Assert.Equal("村口卡点", await _server.InDbAsync(db => db.Checkpoints.Select(gate => gate.Name).SingleAsync()));
    }

    /// <summary>Time passes here and at the server.</summary>
    private async Task PassAsync(double minutes)
    {
        _server.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _desk.Page.Clock.FastForwardAsync((long)TimeSpan.FromMinutes(minutes).TotalMilliseconds);
        // The page looks once a second.
        await _desk.Page.Clock.RunForAsync(1100);
    }
}
