using System.Globalization;
using HealthCode.Domain.People;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Offices;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>练习 — in the demo, hints beside the elements of the real pages, through one form, one review and one card. Which hints are shown follows from the page alone, so
/// that one may go astray, press Back and be redirected; the only thing kept is that it is on.</summary>
public sealed class Practice(DemoMode demo, CurrentUser currentUser, OfficeDb db, OfficeClock clock, PageAuthorization authorization, IHttpContextAccessor request)
{
    private const string Cookie = "HealthCode.Practice";

    /// <summary>Numbers of practice people; beyond those of the other demo people.</summary>
    private const int FirstSequence = 964;
    private const int Sequences = 17;

    private static readonly DateOnly Born = new(1953, 6, 12);

    private static readonly (string Part, string Page)[] Parts = [("录一份申报表", "/Declarations/Create"), ("审核一次", "/Review/Index"), ("发一张卡", "/Passes/Index")];

    private HttpContext Http => request.HttpContext!;

    /// <summary>Whether the user practises.</summary>
    public bool IsOn => demo.IsOn && currentUser.Staff is { } staff && Mark.EndsWith("." + staff.UserName, StringComparison.Ordinal);

    /// <summary>Names this time of practising, so that a browser does not mix it up with an earlier one.</summary>
    public string Mark => Http.Request.Cookies[Cookie] ?? "";

    /// <summary>Begins; also anew.</summary>
    public void Begin() => Http.Response.Cookies.Append(Cookie, string.Create(CultureInfo.InvariantCulture, $"{clock.Now.UtcTicks}.{currentUser.Staff!.UserName}"), new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, IsEssential = true,
    });

    /// <summary>Ends.</summary>
    public void End() => Http.Response.Cookies.Delete(Cookie);

    /// <summary>The parts this user can do, with the pages where they begin.</summary>
    public async Task<IReadOnlyList<(string Part, string Page)>> PartsAsync()
    {
        List<(string, string)> parts = [];
        foreach (var part in Parts)
        {
            // A township may look at cards and has none to hand over.
            if (await authorization.OpensAsync(part.Page) && (part.Page != "/Passes/Index" || await authorization.AllowsAsync(Policies.PassesWrite)))
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    /// <summary>Where this user begins; null if there is nothing for him.</summary>
    public async Task<string?> FirstPageAsync() => currentUser.OfficeCode is null ? null : (await PartsAsync()).Select(part => part.Page).FirstOrDefault();

    /// <summary>The hints of a page, in the order of the work; empty for pages that are not part of it.</summary>
    /// <param name="page">The page, e.g. <c>/Review/Decide</c>.</param>
    public async Task<IReadOnlyList<PracticeHint>> HintsAsync(string? page) => page switch
    {
        "/Declarations/Create" => await FormAsync(),
        "/Declarations/Details" => await authorization.OpensAsync("/Review/Decide")
            ? [new("main a.main[href*='/Review/']", "存好了，编号在上面。下一步是测温审核：点“去审核”。")]
            : [new("main h1", "存好了，编号在上面。下面由审核员办：这份表已经排进他的“审核”。") { IsLast = true }],
        "/Review/Index" => [new("main table a.button[href*='/Review/Decide']", "等得最久的在最上面。点“测温审核”。")],
        "/Review/Decide" =>
        [
            new("#Input_Temperature", "先给本人量体温：打 365 就是 36.5，按回车。正常不正常由您判断：正常按 1。在额头量的，再按 1。测温器可以空着，按回车。"),
            new("#Input_LivedHere", "第 (11) 项按 1，第 (12) 项按 2：住在本地，没有隔离。"),
            new("main .clause", "五条对照申报表一条一条看，都没有，每条按 2。"),
            new("#Input_LowRiskResidence", "申办条件都符合，每项按 1。从哪天起住可以空着，按回车过去。"),
            new(".bar.decide .good", "都看过了，按 Alt+F“符合”。决定是您作的，程序只是记下来。"),
        ],
        "/Passes/Index" => [new("main table.list td.name a", "点姓名，打开这张卡。")],
        "/Passes/Details" =>
        [
            new("main a.main[href*='/Printing/Card']", "卡有了。真办的时候点“打开打印页”打出来；练习可以不打。"),
            new("main button[formaction*='handler=Print']", "打印好了，按 Alt+Y“已打印”。"),
            new("main button[formaction*='handler=Stamp']", "在卡上盖好公章，按 Alt+G“已盖章”。"),
            new("#Input_Who", "交到本人手里：领取人是本人，按 1。再按 Alt+F“已发放”。"),
            new("main ol.steps li.current:last-child", "办完了：一份表、一次审核、一张卡，每天就是这样。") { IsLast = true },
        ],
        _ => [],
    };

    /// <summary>What stands on the sheet that is copied: a person whom nobody has entered yet.</summary>
    private async Task<IReadOnlyList<PracticeHint>> FormAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        var sequence = FirstSequence + (2 * (await db.Declarations.CountAsync() % Sequences));
        var body = string.Create(CultureInfo.InvariantCulture, $"640106{Born:yyyyMMdd}{sequence:000}");
        return
        [
            new("#Input_Name", "照着纸上的录。姓名：马玉兰，打好按回车。下面要是列出名册里的人，没有她，不用选。性别、出生日期也按回车过去：有了证件号码会自己填上。"),
            new("#Input_DocumentNumber", $"证件号码：{body + CheckCharacter.Mod11Radix2(body)}，打好按回车。她没有电话，空着。"),
            new("[name='Input.Stays[0].Address']", $"住过的地方：{office.ShortVillage}3组8号，从 20190101 住到现在，“到”空着。"),
            new("#Input_DomicileAddress", "户籍地址和住的地方一样：按 Alt+U，或者写“同上”。"),
            new("#Input_TravelScope", $"不出省：按 1，“省”那一格就填上了。再填{office.City}、{office.County}，后面三格空着。"),
            new("#Input_TravelOn", "出行日期是明天：打 1，按回车。坐自家的车，按 3。"),
            new("#Input_Diagnosed", "健康状况照纸上的答：前六项都是“否”，按 2；后两项都是“是”，按 1。"),
            new("#Input_Signature", "签字是本人写的：按 1。日期是今天：打 0，按回车。"),
            new(".bar button[name='then']", "录完了：按 Alt+S“保存并看这份”。少了什么，程序会说在哪一格。"),
        ];
    }
}

/// <summary>A hint of <see cref="Practice"/>.</summary>
/// <param name="At">CSS selector of the element it stands beside; where there is none on the page, the hint is skipped.</param>
/// <param name="Says">The sentence.</param>
public sealed record PracticeHint(string At, string Says)
{
    /// <summary>With it the practice is over.</summary>
    public bool IsLast { get; init; }
}
