using System.Net;
using System.Text.RegularExpressions;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Supervision;
using HealthCode.Tests.Support;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using HealthCode.Web.Supervision;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages;

/// <summary>首页: everybody sees his own work first, and no link leads where he may not go.</summary>
public sealed partial class IndexPageTests : IAsyncLifetime
{
    private const int Depth = 2;
    private const int MostPages = 120;

    private OfficeServer _server = null!;
    private string _office = "";

    public static TheoryData<string[]> People =>
    [
        [Roles.Clerk], [Roles.Reviewer], [Roles.SealKeeper], [Roles.Guard], [Roles.TownshipOfficial], [Roles.SystemAdministrator], [Roles.SecurityAdministrator], [Roles.AuditAdministrator],
        [Roles.Reviewer, Roles.LedgerExporter], [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.SystemAdministrator],
    ];

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_link_of_a_home_nor_of_what_it_leads_to_ends_in_a_refusal(string[] roles)
    {
        var things = await PageEndpoint.ThingsAsync(_server, _office);
        var browser = roles[0] == Roles.Guard ? await _server.SignedInGuardAsync("walker", at: long.Parse(things["Verification/{id}"], System.Globalization.CultureInfo.InvariantCulture))
            : await _server.SignedInUserAsync("walker", roles[0] == Roles.TownshipOfficial ? _office[..9] : _office, roles);
        Queue<(string Address, string From, int Depth)> ahead = new([("/", "", 0)]);
        HashSet<string> seen = ["/"];
        List<string> refused = [];
        for (var opened = 0; opened < MostPages && ahead.TryDequeue(out var next); opened++)
        {
            await browser.OpenAsync(next.Address);
            if ((int)browser.Status >= 400 || browser.Address.StartsWith("/Account/Denied", StringComparison.Ordinal))
            {
                refused.Add($"{next.From} → {next.Address}: {(int)browser.Status}");
            }

            foreach (var link in next.Depth == Depth ? [] : browser.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
            {
                // Pages whose addresses differ in figures only are of one kind.
                if (!link.StartsWith("/Account/Log", StringComparison.Ordinal) && !link.StartsWith("/Help", StringComparison.Ordinal) && seen.Add(Figures().Replace(link, "0")))
                {
                    ahead.Enqueue((link, next.Address, next.Depth + 1));
                }
            }
        }

        Assert.True(seen.Count > 2);
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    [Fact]
    public async Task A_button_to_a_page_one_may_not_open_is_left_out()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        Assert.NotNull((await clerk.OpenAsync("/Printing")).Page.QuerySelector("a[href='/Printing/Forms']"));
        var keeper = await _server.SignedInUserAsync("gaizhang", _office, Roles.SealKeeper);

        await keeper.OpenAsync("/Printing");

        Assert.Equal(HttpStatusCode.OK, keeper.Status);
        Assert.Null(keeper.Page.QuerySelector("a[href='/Printing/Forms']"));
        Assert.NotNull(keeper.Page.QuerySelector("a[href='/Printing/Workstation']"));
    }

    [Fact]
    public async Task The_keeper_of_the_seal_sees_the_cards_that_wait_for_it_and_no_declarations()
    {
        var desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        var pass = await desk.ApprovedAsync(_server);
        var keeper = await _server.SignedInUserAsync("gaizhang", _office, Roles.SealKeeper);
        Assert.Contains("没有等盖章的卡", keeper.Text, StringComparison.Ordinal);

        await desk.OpenAsync($"/Passes/Details/{pass}");
        await desk.PressAsync("已打印");
        await keeper.OpenAsync("/");

        Assert.NotNull(keeper.Page.QuerySelector($"main a[href='/Passes/Details/{pass}']"));
        Assert.Contains("等盖章的一共 1 张", keeper.Text, StringComparison.Ordinal);
        Assert.Empty(keeper.Page.QuerySelectorAll("main a[href^='/Declarations'], main a[href^='/Review']"));
    }

    [Fact]
    public async Task A_reviewer_goes_from_the_queue_straight_to_the_review()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        var waiting = await clerk.KeyedAsync(_server);
        var reviewer = await _server.SignedInUserAsync("shenhe", _office, Roles.Reviewer);

        Assert.NotNull(reviewer.Page.QuerySelector($"main a.button[href='/Review/Decide/{waiting}']"));
        Assert.Null(reviewer.Page.QuerySelector("main a[href='/Declarations/Create']"));
        // Once the work has begun, what waits stands before the first steps.
        Assert.Equal(["等得最久的", "开头五步，办好了 1 步", "最近七天"], reviewer.Page.QuerySelectorAll("main section h2").Select(title => title.TextContent));
        await clerk.OpenAsync("/");
        Assert.Null(clerk.Page.QuerySelector($"main a[href='/Review/Decide/{waiting}']"));
    }

    [Fact]
    public async Task A_township_sees_a_row_for_every_village_and_first_the_one_that_is_overdue()
    {
        var (quiet, late) = (await _server.AddOfficeAsync(await _server.FirstVillageAsync(1)), await _server.AddOfficeAsync(await _server.FirstVillageAsync(2)));
        var clerk = await _server.SignedInUserAsync("luru", late.Code, Roles.Clerk);
        await clerk.KeyedAsync(_server);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync(each => each.Code == _office);
            db.Deadlines.Add(Deadline.Set(office, new("当天的情况", "", null, new(8, 0), ["一组", "二组"], "组长"), LawfulCase.Clerk, _server.Now.AddDays(-1)));
        }));
        _server.Clock.SetTo(_server.Now.AddDays(2));

        var county = await _server.SignedInUserAsync("xian", _office[..6], Roles.TownshipOfficial);

        var rows = county.Page.QuerySelectorAll("main tbody tr").Where(row => row.Children.Length == 6).Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("还有 4 个没有报", rows.Single(row => row[0] == NameOf(_office).Result)[1], StringComparison.Ordinal);
        var waits = rows.Single(row => row[0] == late.OfficialName);
        Assert.Equal(("有人等审核等了 2 天", "1"), (waits[1], waits[2]));
        Assert.Equal((quiet.OfficialName, "还没有录入过"), (rows[2][0], rows[2][1]));
        Assert.Contains("3 个要留意", county.Text, StringComparison.Ordinal);
        Assert.Contains("还没有设置备份口令", county.Text, StringComparison.Ordinal);

        Task<string> NameOf(string code) => _server.InDbAsync(db => db.Offices.Where(office => office.Code == code).Select(office => office.OfficialName).SingleAsync());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "")]
    [InlineData(2, "2 天没有报")]
    [InlineData(null, "最近没有交来报送包")]
    public void A_village_with_a_server_of_its_own_stands_out_when_its_packages_stop(int? daysAgo, string says)
    {
        var village = VillageStanding.Elsewhere("640106199202", "样例二村", daysAgo is { } days ? [new DayReport(_server.Today.AddDays(-days))] : [], _server.Today);

        Assert.Equal(says, string.Concat(village.StandsOut(_server.Now).Select(each => each.Sentence)));
    }

    [Fact]
    public async Task The_administrator_reads_of_backup_disk_clock_certificate_and_jobs_with_where_it_is_mended()
    {
        var administrator = await _server.SignedInUserAsync("guanli", _office, Roles.SystemAdministrator);

        var lines = administrator.Page.QuerySelectorAll(".state-lines li").ToList();
        Assert.Equal(5, lines.Count);
        Assert.StartsWith("■", lines[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("还没有设置备份口令", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/Administration/Backup", lines[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("磁盘", lines[1].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("●", lines[2].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("2020年3月5日 09:00", lines[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("都做成了", lines[4].TextContent, StringComparison.Ordinal);
        Assert.Null(administrator.Page.QuerySelector(".tiles"));
    }

    [Theory]
    [InlineData(20L << 30, "good")]
    [InlineData(5L << 30, "good")]
    [InlineData((5L << 30) - 1, "caution")]
    [InlineData(1L << 30, "caution")]
    [InlineData((1L << 30) - 1, "ended")]
    public void A_disk_that_fills_up_is_told_in_time(long free, string tone) => Assert.Equal(tone, ServerState.Disk(free).Tone);

    [Theory]
    [InlineData(-1, "ended")]
    [InlineData(0, "caution")]
    [InlineData(19, "caution")]
    [InlineData(20, "good")]
    public void A_certificate_that_was_not_renewed_is_told_before_its_end(int days, string tone) =>
        Assert.Equal(tone, ServerState.Certificate(LawfulCase.Today.AddDays(days), LawfulCase.Today).Tone);

    [Fact]
    public async Task Five_steps_are_ticked_by_what_is_there_and_go_when_all_are_done()
    {
        var keeper = await _server.SignedInUserAsync("guanli", _office, Roles.SystemAdministrator, Roles.Clerk);
        Assert.Equal([false, false, false, false, false], Ticks(keeper));

        await _server.AddUserAsync("shenhe", _office, Roles.Reviewer);
        await keeper.OpenAsync("/Printing/DeclarationForm");
        await keeper.OpenAsync("/Printing/Workstation");
        await keeper.SendAsync(("这台电脑叫什么", "窗口一"), ("左右（毫米）", "0.5"), ("上下（毫米）", "0"), ("缩放（%）", "100"));
        await keeper.OpenAsync("/");
        Assert.Equal([false, true, false, true, true], Ticks(keeper));

        await keeper.OpenAsync("/Stock");
        await keeper.SendAsync(("哪种纸", HealthCode.Web.Printing.PrintCatalog.Stocks[0]), ("登记什么", "领入"), ("张数", "100"), ("说明", "乡镇发"));
        Assert.Empty(keeper.Errors);
        await keeper.OpenAsync("/");
        Assert.Equal([false, true, true, true, true], Ticks(keeper));

        await keeper.OpenAsync("/Administration/Backup");
        await keeper.PressAsync("设置口令", ("备份口令", "Ma-Lan-Hua-2020-03"), ("再填一次", "Ma-Lan-Hua-2020-03"));
        await keeper.OpenAsync("/");
        Assert.Empty(Ticks(keeper));
    }

    [Fact]
    public async Task Steps_are_links_only_for_who_can_do_them_and_stay_away_once_dismissed()
    {
        var clerk = await _server.SignedInUserAsync("luru", _office, Roles.Clerk);
        var steps = clerk.Page.QuerySelectorAll(".first-steps li").ToList();
        Assert.Equal([false, true, true, false, true], steps.Select(step => step.QuerySelector("a") is not null));
        Assert.Contains("请系统管理员设", steps[0].TextContent, StringComparison.Ordinal);

        await clerk.PressAsync("不再显示");

        Assert.Empty(Ticks(clerk));
        // Another user of the same PC still sees them, and a reviewer's home has none of an administrator's.
        await _server.AddUserAsync("guanli", _office, Roles.SystemAdministrator);
        var administrator = await _server.SignedInAsync("guanli");
        Assert.Equal(5, Ticks(administrator).Count);
    }

    [Fact]
    public async Task Outside_the_demo_nobody_practises()
    {
        var desk = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        Assert.DoesNotContain("跟着做一遍", desk.Text, StringComparison.Ordinal);

        await desk.PostAsync("/?handler=Practice", [new("__RequestVerificationToken", desk.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);

        Assert.Equal((HttpStatusCode.OK, "/"), (desk.Status, desk.Address));
        Assert.Null((await desk.OpenAsync("/Declarations/Create")).Page.QuerySelector(".practice"));
    }

    private static List<bool> Ticks(OfficeBrowser browser) => [.. browser.Page.QuerySelectorAll(".first-steps li").Select(step => step.ClassList.Contains("done"))];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Figures();
}
