using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HealthCode.Tests.Data.Postgres;

/// <summary>一个县: three servers on one database, behind nginx, as <c>scripts/county</c> starts them.</summary>
[Collection(County.Name)]
public sealed class CountyTests(County county)
{
    [Fact]
    public async Task Who_signed_in_at_one_server_works_on_at_another_and_finds_what_he_typed()
    {
        var (cookies, user) = (new CookieContainer(), await county.NewClerkAsync());
        var first = await County.SignInAsync(county.BrowserAt(1, cookies), user);
        Assert.Equal("/", first.Address);

        // The form comes from one server, what was typed goes to a second, a third shows it and a fourth request saves it.
        await first.OpenAsync("/Declarations/Create");
        var typed = first.Form();
        var second = county.BrowserAt(2, cookies);
        await second.PostAsync("/Declarations/Create?handler=Draft", typed);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        var third = county.BrowserAt(3, cookies);
        Assert.Contains("马", (await third.OpenAsync("/Declarations/Create")).Text, StringComparison.Ordinal);
        Assert.True(await third.SavedAsync("/Declarations/Create?then=details", typed) > 0);
    }

    [Fact]
    public async Task What_servers_share_waits_for_no_connection_that_requests_hold()
    {
        // When all gates come at once, a thread that waits for a connection keeps those who have one from going on, and everything stands still.
        List<AsyncServiceScope> requests = [];
        try
        {
            for (int held = 0, most = 1; held < most; held++)
            {
                requests.Add(county.Office.Services.CreateScopeFor(new SystemUser("test")));
                var database = requests[^1].ServiceProvider.GetRequiredService<OfficeDb>().Database;
                most = new NpgsqlConnectionStringBuilder(database.GetConnectionString()).MaxPoolSize;
                await database.OpenConnectionAsync();
            }

            var state = county.Office.Services.GetRequiredService<ISharedState>();
            Assert.Equal(1, await state.CountAsync("all gates at once", TimeSpan.FromMinutes(1)));
            state.Set("all gates at once", "noted", TimeSpan.FromMinutes(1));
            Assert.Equal("noted", state.Find<string>("all gates at once"));
        }
        finally
        {
            foreach (var request in requests)
            {
                await request.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_sheet_laid_out_by_one_server_is_printed_from_another()
    {
        var (cookies, user) = (new CookieContainer(), await county.NewClerkAsync());
        var desk = await County.SignInAsync(county.BrowserAt(1, cookies), user);
        await desk.ApprovedAsync();
        await desk.OpenAsync("/Printing");
        await desk.PressAsync("排版，准备打印");
        var run = desk.Address.Split('?')[0];

        var other = await county.BrowserAt(2, cookies).OpenAsync(run);
        await other.ShowsSoonAsync("打开要打印的 PDF");

        var pdf = await county.BrowserAt(3, cookies).Http.GetByteArrayAsync(other.Page.QuerySelector("a.main[href*='/Sheets']")!.GetAttribute("href"));
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
    }

    [Fact]
    public async Task A_roster_handed_in_at_one_server_is_followed_at_another()
    {
        var (cookies, user) = (new CookieContainer(), await county.NewClerkAsync());
        var desk = await County.SignInAsync(county.BrowserAt(1, cookies), user);
        await desk.OpenAsync("/Imports");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(desk.Token().Value), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("姓名,证件号码,住址\n马德山,12345,样例村3组8号\n")), "file", "名册.csv" },
        };
        await desk.PostAsync("/Imports?handler=File&kind=residents", form);

        var other = await county.BrowserAt(3, cookies).OpenAsync(desk.Address);
        await other.ShowsSoonAsync("1 行里有 1 行要改");

        using var book = await county.BrowserAt(2, cookies).Http.GetAsync(other.Page.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, book.StatusCode);
    }

    [Fact]
    public async Task A_villages_backup_is_brought_in_beside_the_running_servers_and_its_clerk_signs_in_at_one_of_them()
    {
        var fixture = Directory.GetFiles(SourceTree.Folder("HealthCode.Tests", "Fixtures", "0.2.0", "backups")).Single();
        // Somebody must have set the county up.
        await county.NewClerkAsync();
        await county.Office.AddUserAsync("xianguanli", await county.Office.InDbAsync(db => db.Offices.Select(office => office.Code).FirstAsync()), Roles.SystemAdministrator);

        var said = await county.ImportAsync(fixture);

        Assert.StartsWith("已搬入：", said, StringComparison.Ordinal);
        var clerk = await County.SignInAsync(county.BrowserAt(2), "yiren");
        Assert.NotEqual("/Account/Login", clerk.Address.Split('?')[0]);
        Assert.Contains("已经搬进来了", await county.ImportAsync(fixture), StringComparison.Ordinal);
        Assert.Empty((await county.Office.ChainAsync()).Faults);
    }

    [Fact]
    public async Task A_form_that_is_sent_to_two_servers_at_once_is_saved_once_and_two_forms_get_numbers_that_follow()
    {
        const string Page = "/Declarations/Create?then=details";
        var (cookies, user) = (new CookieContainer(), await county.NewClerkAsync());
        var desk = await County.SignInAsync(county.BrowserAt(1, cookies), user);
        var other = county.BrowserAt(2, cookies);
        await desk.OpenAsync(Page);
        var typed = desk.Form();
        var saved = await Task.WhenAll(desk.SavedAsync(Page, typed), other.SavedAsync(Page, typed));
        Assert.Equal(saved[0], saved[1]);

        await Task.WhenAll(desk.OpenAsync(Page), other.OpenAsync(Page));
        long[] three = [saved[0], .. await Task.WhenAll(desk.SavedAsync(Page, desk.Form()), other.SavedAsync(Page, other.Form()))];
        var numbers = await county.Office.InDbAsync(db => db.Declarations.IgnoreQueryFilters().Where(form => three.Contains(form.Id)).Select(form => form.Number).ToListAsync());
        Assert.Equal([1, 2, 3], numbers.Select(number => int.Parse(number[^3..], CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task Two_servers_that_issue_for_one_person_at_once_issue_one_card()
    {
        var users = new[] { await county.NewClerkAsync(), await county.NewClerkAsync() };
        var villager = CountyDesk.NewVillager();
        var desks = new[] { await County.SignInAsync(county.BrowserAt(1), users[0]), await County.SignInAsync(county.BrowserAt(2), users[1]) };
        List<long> forms = [];
        foreach (var desk in desks)
        {
            forms.Add(await desk.KeyedAsync(villager));
        }

        for (var i = 0; i < desks.Length; i++)
        {
            await desks[i].OpenAsync($"/Review/Decide/{forms[i]}");
        }

        await Task.WhenAll(desks.Select((desk, i) => desk.PostAsync($"/Review/Decide/{forms[i]}?handler=Approve", desk.FieldsWith(PaperForm.NothingFound))));

        var cards = await county.Office.InDbAsync(db => db.Passes.AsNoTracking().IgnoreQueryFilters().Where(pass => forms.Contains(pass.DeclarationId)).ToListAsync());
        Assert.Single(cards, card => card.IsCurrent);
        Assert.Empty((await county.Office.ChainAsync()).Faults);
    }

    [Fact]
    public async Task The_limit_of_sign_ins_is_one_for_all_servers()
    {
        // Before an office is there everybody is led to its set-up.
        await county.NewClerkAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 24; i++)
        {
            var browser = county.BrowserAt(1 + (i % 3));
            browser.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.20.0.99");
            statuses.Add((await County.SignInAsync(browser, "nobody" + i)).Status);
        }

        Assert.Equal(20, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(4, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Keys_at_rest_open_nothing_without_the_master_key()
    {
        await Task.CompletedTask;
        var files = Directory.GetFiles(Path.Combine(county.SharedFolder, "keys"));

        Assert.Contains(files, file => Path.GetFileName(file) == "data-keys.json");
        Assert.All(files.Where(file => !file.EndsWith("audit.head", StringComparison.Ordinal)), file => Assert.Equal("HCK1"u8.ToArray(), File.ReadAllBytes(file)[..4]));
    }

    [Fact]
    public async Task A_database_that_is_restarted_is_told_in_a_sentence_and_then_work_goes_on_by_itself()
    {
        var user = await county.NewClerkAsync();
        var desk = await County.SignInAsync(county.Browser(), user);
        await desk.OpenAsync("/Declarations/Create");
        var typed = desk.Form();
        var state = county.Office.Services.GetRequiredService<ISharedState>();
        state.Set("before a restart", "noted", TimeSpan.FromMinutes(5));

        await county.RestartDatabaseAsync(async () =>
        {
            await desk.PostAsync("/Declarations/Create?then=details", typed);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, desk.Status);
            Assert.Contains("连不上数据库", desk.Text, StringComparison.Ordinal);
            using var live = await county.BrowserAt(1).Http.GetAsync("/healthz");
            using var ready = await county.BrowserAt(1).Http.GetAsync("/healthz/ready");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        });

        // The same form once more, with the same session.
        Assert.True(await desk.SavedAsync("/Declarations/Create?then=details", typed) > 0);
        Assert.Empty((await county.Office.ChainAsync()).Faults);
        // Its connections are others, and are dropped as well.
        Assert.Equal("noted", state.Find<string>("before a restart"));
    }

    [Fact]
    public async Task A_server_killed_under_load_loses_nothing_acknowledged_and_nobody_signs_in_again()
    {
        const int clerks = 6;
        const int each = 6;
        var desks = new List<OfficeBrowser>();
        for (var i = 0; i < clerks; i++)
        {
            desks.Add(await County.SignInAsync(county.Browser(), await county.NewClerkAsync()));
        }

        var (saved, repeated) = (new ConcurrentBag<string>(), 0);
        using var midway = new SemaphoreSlim(0);
        var work = desks.Select(desk => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await AgainAsync(() => desk.OpenAsync("/Declarations/Create"));
                Assert.Equal("/Declarations/Create", desk.Address);
                var form = desk.Form();
                await AgainAsync(async () => Assert.True(await desk.SavedAsync("/Declarations/Create?then=details", form) > 0));
                saved.Add(form.Single(field => field.Key == "Input.FormKey").Value);
                midway.Release();
            }
        })).ToList();
        for (var i = 0; i < clerks; i++)
        {
            await midway.WaitAsync();
        }

        county.Kill(2);
        await Task.WhenAll(work);
        await county.BeginAsync(2);

        var keys = saved.ToList();
        Assert.Equal(clerks * each, keys.Count);
        var kept = await county.Office.InDbAsync(db => db.Declarations.IgnoreQueryFilters().Where(form => keys.Contains(form.FormKey)).Select(form => form.FormKey).ToListAsync());
        Assert.Equal(keys.Order(), kept.Order());
        Assert.Empty((await county.Office.ChainAsync()).Faults);
        Assert.InRange(repeated, 0, clerks);

        // What was on its way to the server that died is asked again once.
        async Task AgainAsync(Func<Task> ask)
        {
            try
            {
                await ask();
            }
            catch (Exception fault) when (RealProgram.IsUnplugged(fault) || fault is CutOffException)
            {
                Interlocked.Increment(ref repeated);
                await ask();
            }
        }
    }
}
