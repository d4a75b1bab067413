using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Domain.Archives;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Browser;

/// <summary>看得清、够得着 — every page by axe at 1366 × 768, and without sideways scrolling at 200 % zoom.</summary>
public sealed partial class ReachTests
{
    /// <summary>Tried in every run in large type and at 200 % zoom by axe, too; all pages with <c>scripts/test --long</c>.</summary>
    private const int DensestPages = 5;

    private static readonly (int Width, int Height) Window = (1366, 768);

    // 200 % zoom leaves half the pixels to the page.
    private static readonly (int Width, int Height) HalfWindow = (683, 384);

    [Fact]
    public async Task No_page_has_a_serious_or_critical_finding_and_none_scrolls_sideways_at_200_percent()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.LedgerExporter, Roles.SystemAdministrator);
        var pass = await desk.ApprovedAsync(server);
        var waiting = await desk.KeyedAsync(server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        await desk.OpenAsync("/Printing");
        await desk.PressAsync("排版，准备打印");
        var run = desk.Address.Split('/')[^1];
        var user = await server.InDbAsync(db => db.Users.Select(each => each.Id).SingleAsync());
        var gate = await server.AddCheckpointAsync(office);
        var number = await server.InDbAsync(db => db.Passes.Select(each => each.Number).SingleAsync());
        await desk.OpenAsync("/Verification/Check");
        await desk.SendAsync(("扫卡背面的二维码，或输入卡号", number));
        await desk.PressAsync("登记", ("体温是否正常", "正常"), ("当场怎样处理", "请联系村委会"));
        Assert.EndsWith($"/Verification/Incidents/Details/{gate.Id}", desk.Address, StringComparison.Ordinal);
        await desk.OpenAsync("/Reports/Courier");
        await desk.PressAsync("制作报送包");
        Assert.StartsWith("第 1 包已做好", desk.StatusMessage, StringComparison.Ordinal);
        using var roster = new MemoryStream(Encoding.UTF8.GetBytes("姓名,证件号码,住址\n马德山,12345,样例村3组8号\n"));
        var import = await server.Services.GetRequiredService<ImportJob>().TakeAsync(ImportCatalog.Find("residents")!, office, new(new("yiren", "测试yiren"), office, ""), roster, CancellationToken.None);
        var (box, request) = await PapersAsync(server);
        var (resident, checkIn, disputed) = await server.FollowedAsync(office);
        await server.ObserveAsync((await server.AddResidentsAsync(1))[0], HealthGround.CloseContact, daysAgo: 2);
        var (round, other) = await server.VisitedAsync(office);
        await server.SuperviseAsync(office);
        var venue = await server.AddVenueAsync(office);
        var returnee = await server.AddReturneeAsync(office);
        var pages = AllPages(server, new()
        {
            ["Residents/{id}"] = $"{resident}", ["Residents/{other}"] = $"{other}", ["Residents/{round}"] = $"{round}", ["Venues/{id}"] = $"{venue}", ["Registers/{desk}"] = "Returnees", ["Registers/{id}"] = $"{returnee}", ["Tips/{id}"] = "1", ["Supervision/{id}"] = "1", ["Supervision/{form}"] = "entrance",
            ["HealthStatuses/{id}"] = $"{resident}", ["HealthStatuses/{checkIn}"] = $"{checkIn}", ["HealthStatuses/{caseId}"] = $"{disputed}",
            ["Imports/{id}"] = import.Id.ToString(),
            ["Declarations/{id}"] = $"{waiting}", ["Review/{id}"] = $"{waiting}", ["Passes/{id}"] = $"{pass}", ["Printing/{id}"] = $"{run}",
            ["Verification/{id}"] = $"{gate.Id}", ["Administration/{id}"] = user, ["Administration/{code}"] = office, ["Verification/{number}"] = $"{number}",
            ["Closing/{code}"] = office, ["PaperBoxes/{id}"] = box, ["Requests/{id}"] = request, ["Reports/{office}"] = office, ["Reports/{number}"] = "1", ["/{code}"] = "404", ["Help/{name}"] = "keying",
        });
        Assert.Contains($"/Review/Decide/{waiting}", pages);
        Assert.Contains($"/Verification/Incidents/Details/{gate.Id}", pages);
        await using var browser = await RealBrowser.BeforeAsync(server);
        List<string> findings = [];
        await browser.OpenAsync("/Account/Login");
        findings.AddRange(await browser.SeriousAsync());
        await browser.SignInAsync("yiren");
        Dictionary<string, int> elements = [];
        foreach (var page in pages)
        {
            await browser.OpenAsync(page);
            elements[page] = await browser.Page.Locator("main *").CountAsync();
            findings.AddRange(await browser.SeriousAsync());
            await browser.ShowAsync(HalfWindow, large: false);
            findings.AddRange(await browser.SidewaysAsync());
            await browser.ShowAsync(Window, large: false);
        }

        foreach (var page in pages.OrderByDescending(page => elements[page]).Take(LongRun.Pick(DensestPages, pages.Count)))
        {
            foreach (var (window, large) in new[] { (HalfWindow, false), (Window, true), (HalfWindow, true) })
            {
                await browser.ShowAsync(window, large);
                await browser.OpenAsync(page);
                findings.AddRange(await browser.SeriousAsync());
                findings.AddRange(await browser.SidewaysAsync());
            }
        }

        await browser.ShowAsync(Window, large: false);

        await browser.OpenAsync("/Declarations/Create");
        await browser.GoAsync("Alt+S");
        Assert.True(await browser.Page.Locator(".summary li").CountAsync() > 3);
        findings.AddRange(await browser.SeriousAsync());
        await browser.PictureAsync("11-录入有错");
        Assert.Empty(findings);
    }

    [Fact]
    public async Task Set_up_has_no_serious_or_critical_finding()
    {
        await using var server = OfficeServer.OnPort();
        await using var browser = await RealBrowser.BeforeAsync(server);

        await browser.OpenAsync("/");
        Assert.EndsWith("/Setup", browser.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await browser.SeriousAsync());

        var village = await server.FirstVillageAsync();
        await browser.OpenAsync($"/Setup?code={village.Value}");
        Assert.Empty(await browser.SeriousAsync());
        await browser.PictureAsync("00-首次设置");
    }

    [Fact]
    public async Task Large_type_is_switched_on_and_stays_on()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk);
        await using var browser = await RealBrowser.BeforeAsync(server);
        await browser.SignInAsync("yiren");

        await browser.TabToAsync("button", "大字");
        await browser.GoAsync("Enter");
        await browser.OpenAsync("/Declarations/Create");

        Assert.Equal("22px", await browser.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
        await browser.PictureAsync("10-大字");
    }

    [Fact]
    public async Task The_core_path_works_without_a_script()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk);
        await using var desk = await RealBrowser.BeforeAsync(server, scripts: false);
        await desk.OpenAsync("/Account/Login?returnUrl=/Declarations/Create");
        await desk.Page.FillAsync("[name='Input.UserName']", "yiren");
        await desk.Page.FillAsync("[type=password]", OfficeServer.Password);
        await desk.Page.ClickAsync("button.main");
        await desk.Page.WaitForSelectorAsync("[name='Input.FormKey']", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        foreach (var (field, value) in PaperForm.Filled)
        {
            var box = desk.Page.Locator($"[name='Input.{field}']").First;
            if (await box.GetAttributeAsync("type") == "radio")
            {
                await desk.Page.CheckAsync($"[name='Input.{field}'][value='{value}']", new() { Force = true });
            }
            else if (await box.EvaluateAsync<string>("box => box.tagName") == "SELECT")
            {
                await box.SelectOptionAsync(value);
            }
            else
            {
                await box.FillAsync(value);
            }
        }

        await desk.Page.ClickAsync("button.main");
        await desk.Page.WaitForSelectorAsync(".status");
        Assert.Contains("已保存，编号", await desk.Page.InnerTextAsync(".status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_asks_for_anything_outside_the_server()
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        await using var browser = await RealBrowser.BeforeAsync(server);
        List<string> asked = [];
        browser.Page.Request += (_, request) => asked.Add(request.Url);

        await browser.SignInAsync("yiren");
        foreach (var page in (string[])["/", "/Declarations/Create", "/Review", "/Passes"])
        {
            await browser.OpenAsync(page);
        }

        Assert.NotEmpty(asked);
        Assert.All(asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url => Assert.StartsWith(browser.Address, url, StringComparison.Ordinal));
    }

    /// <summary>A box on the shelf and a resident who waits.</summary>
    private static Task<(string Box, string Request)> PapersAsync(OfficeServer server) => server.InDbAsync(async db =>
    {
        var office = await db.Offices.SingleAsync();
        var box = db.PaperBoxes.Add(PaperBox.Enter(office, "2020-01", "申报表", 120, "柜", LawfulCase.Today, LawfulCase.Today, LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today)).Entity;
        var request = db.Requests.Add(ResidentRequest.Receive(office, RequestKind.Access, "马德山", "", "看过身份证原件", "想看看", null, LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today)).Entity;
        await db.SaveChangesAsync();
        return ($"{box.Id}", $"{request.Id}");
    });

    /// <summary>Every page there is, as the router knows them: one that is added is looked at without being named here.</summary>
    /// <param name="server">The server.</param>
    /// <param name="values">What stands in for a value in the address: "folder/{name}" → value; the more general "/{name}" for the rest.</param>
    private static List<string> AllPages(OfficeServer server, Dictionary<string, string> values)
    {
        // These answer with a PDF, with another page, or only before set-up.
        string[] others =
        [
            "Printing/Card", "Printing/DeclarationForm", "Printing/Slip", "Printing/Sheets", "Printing/Receipt", "Printing/Collection", "Printing/TestSheet", "Printing/SealRegister", "Printing/Renewals",
            "Closing/Notice", "Closing/List", "Closing/Figures", "PaperBoxes/Label", "Requests/Slip", "HealthStatuses/RoundList", "Residents/Outreach/List", "Residents/Outreach/Forms", "HealthStatuses/Slip", "HealthStatuses/CaseSlip", "Venues/NoticeSheet", "Venues/EntryList", "Registers/Notice", "Registers/Statement", "Tips/Slip", "Tips/Form", "Supervision/SelfCheckPaper", "Supervision/InspectionSlip", "Supervision/ComplaintSlip", "Verification/StopList", "Verification/Offline", "Verification/Incidents/Slip", "Display", "Help/Handbook", "Help/QuickStart", "Account/Logout", "Setup", "Error",
        ];
        return
        [
            .. server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
                .Select(page => page.AttributeRouteInfo!.Template!)
                .Where(template => !others.Any(other => template.StartsWith(other, StringComparison.Ordinal)) && !template.EndsWith("/Index", StringComparison.Ordinal))
                .Select(template => "/" + RouteValue().Replace(template, match => Value(template, match.Groups[1].Value)))
                .Distinct(),
        ];

        string Value(string template, string name) =>
            values.TryGetValue($"{template.Split('/')[0]}/{{{name}}}", out var near) ? near : values[$"/{{{name}}}"];
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex RouteValue();
}
