using Microsoft.AspNetCore.Authorization;

namespace HealthCode.Web.Security;

/// <summary>Defines who may do what. Reading and writing are separate policies, because township officials may only read.</summary>
public static class Policies
{
    public const string Declare = "Declare";
    public const string Search = "Search";
    public const string DeskPapers = "DeskPapers";
    public const string Review = "Review";
    public const string Passes = "Passes";
    public const string PassesWrite = "PassesWrite";
    public const string Check = "Check";
    public const string Checkpoints = "Checkpoints";
    public const string Seals = "Seals";
    public const string SealKeeping = "SealKeeping";
    public const string Figures = "Figures";
    public const string Reports = "Reports";
    public const string Imports = "Imports";
    public const string FullReports = "FullReports";
    public const string CourierReceive = "CourierReceive";
    public const string Residents = "Residents";
    public const string Requests = "Requests";
    public const string HealthStatuses = "HealthStatuses";
    public const string Supervision = "Supervision";
    public const string Registers = "Registers";
    public const string Tips = "Tips";
    public const string TipDispatch = "TipDispatch";
    public const string Venues = "Venues";
    public const string PaperBoxes = "PaperBoxes";
    public const string EpidemicEnds = "EpidemicEnds";
    public const string AdministrationDesk = "AdministrationDesk";
    public const string Administration = "Administration";
    public const string RoleKeeping = "RoleKeeping";
    public const string Audit = "Audit";
    public const string Disclosure = "Disclosure";

    /// <summary>Policy of a page that is missing in the table; nobody fulfils it.</summary>
    public const string Nobody = "Nobody";

    /// <summary>权限表 — policy, roles, pages. Used for routes, menu, buttons and the printed table; a page missing here is closed to
    /// everybody.</summary>
    public static IReadOnlyList<PolicyRow> All { get; } =
    [
        new(Declare, "录入", [Roles.Clerk], "/Declarations/Create", "/Declarations/Edit", "/Declarations/FindHousehold", "/Declarations/Household", "/Printing/DeclarationForm", "/Printing/Forms"),
        new(Search, "查询", [Roles.Clerk, Roles.Reviewer, Roles.TownshipOfficial], "/Declarations/"),
        new(DeskPapers, "打印回执、告知单", [Roles.Clerk, Roles.Reviewer], "/Printing/Receipt", "/Printing/Renewals", "/Printing/Slip"),
        new(Review, "审核", [Roles.Reviewer], "/Review/", "/Passes/Revoke", "/Requests/Answer"),
        new(Passes, "通行卡", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.TownshipOfficial], "/Passes/"),
        new(PassesWrite, "通行卡办理、打印、库存", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper], "/Passes/Reprint", "/Passes/HandOver", "/Passes/Scan", "/Passes/Index OnPostStamp", "/Passes/Index OnPostHandOver", "/Printing/", "/Stock/"),
        new(Check, "查验", [Roles.Guard, Roles.Clerk, Roles.Reviewer], "/Checkpoints/"),
        new(Checkpoints, "关口登记", [Roles.Clerk, Roles.Reviewer], "/Checkpoints/Index", "/Checkpoints/Edit"),
        new(Seals, "用印登记簿", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper], "/Seals/", "/Printing/SealRegister"),
        new(SealKeeping, "保管公章图样、套印", [Roles.SealKeeper], "/Seals/Image"),
        new(Figures, "数字", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.TownshipOfficial]),
        new(Reports, "报表", [Roles.Clerk, Roles.Reviewer, Roles.TownshipOfficial], "/Reports/", "/Reports/Full"),
        new(Imports, "导入", [Roles.Clerk, Roles.Reviewer], "/Imports/"),
        new(FullReports, "导出不脱敏的台账", [Roles.LedgerExporter], "/Reports/Full", "/Reports/CourierLedger"),
        new(CourierReceive, "接收报送包", [Roles.TownshipOfficial], "/Reports/CourierReceive", "/Reports/CourierLedger"),
        new(HealthStatuses, "健康状态：打卡、医学观察、随访", [Roles.Clerk, Roles.Reviewer], "/HealthStatuses/"),
        new(Residents, "居民、监护人、帮办排查", [Roles.Clerk, Roles.Reviewer], "/Residents/"),
        new(Supervision, "督查与自查", [Roles.Clerk, Roles.Reviewer], "/Supervision/"),
        new(Registers, "台账：返乡、返岗、发热门诊、购药登记", [Roles.Clerk, Roles.Reviewer], "/Registers/"),
        new(Tips, "线索与监督举报：受理、上门、反馈、上报、辖区表", [Roles.Clerk, Roles.Reviewer], "/Tips/"),
        new(TipDispatch, "派发线索、看举报人", [Roles.Reviewer], "/Tips/Reporter", "/Tips/Details OnPostDispatch"),
        new(Requests, "查阅纠错", [Roles.Clerk, Roles.Reviewer], "/Requests/"),
        new(Venues, "场所：登记、核准、海报、张贴检查、值守表、入场登记", [Roles.Clerk, Roles.Reviewer], "/Venues/"),
        new(PaperBoxes, "纸质材料", [Roles.Clerk, Roles.Reviewer], "/PaperBoxes/"),
        new(EpidemicEnds, "疫情解除、销毁清册", [Roles.Reviewer, Roles.SystemAdministrator], "/EpidemicEnds/"),
        new(AdministrationDesk, "管理：用户名单、权限表", [Roles.SystemAdministrator, Roles.SecurityAdministrator],
            "/Administration/Index", "/Administration/Users/Index", "/Administration/Users/Edit", "/Administration/Users/Permissions"),
        new(Administration, "管理：开设和停用用户、村居、定时工作、信任名单、备份", [Roles.SystemAdministrator],
            "/Administration/", "/Administration/Users/Edit OnPostReset", "/Administration/Users/Edit OnPostDisable"),
        new(RoleKeeping, "改角色和管辖范围、管理员电脑、解除锁定", [Roles.SecurityAdministrator],
            "/Administration/System/Addresses", "/Administration/Users/Edit OnPost", "/Administration/Users/Edit OnPostUnlock", "/Administration/Users/Edit OnPostWithoutCode"),
        new(Audit, "审计", [Roles.AuditAdministrator], "/Audit/"),
        new(Disclosure, "告诉本人谁看过他的信息", [Roles.Clerk, Roles.Reviewer], "/Disclosures/"),
    ];

    /// <summary>Pages open to every signed-in user.</summary>
    public static IReadOnlyList<string> SignedIn { get; } = ["/Index", "/Account/"];

    /// <summary>Pages that need no sign-in; they show no office data.</summary>
    public static IReadOnlyList<string> Anonymous { get; } =
        ["/Setup", "/Account/Login", "/Account/Code", "/Account/Denied", "/Account/Certificate", "/Help/", "/Display", "/Status", "/Error"];

    /// <summary>All policies a page requires; <see cref="Nobody"/> if it is not in the table. A row with the page itself overrides one with its
    /// folder.</summary>
    /// <param name="page">Path, e.g. <c>/Passes/Revoke</c>.</param>
    public static IReadOnlyList<string> Of(string page) => Named(page) is { Count: > 0 } named ? named
        : OpenTo(SignedIn, page) || OpenTo(Anonymous, page) ? []
        : Folder(page) is { } folder ? Named(folder)
        : [Nobody];

    /// <summary>Policies a handler requires in addition to its page.</summary>
    /// <param name="page">Path, e.g. <c>/Administration/Users/Edit</c>.</param>
    /// <param name="handler">Method name without Async, e.g. <c>OnPostReset</c>.</param>
    public static IReadOnlyList<string> Of(string page, string handler) => Named($"{page} {handler}");

    /// <summary>Whether a page needs no sign-in.</summary>
    public static bool IsAnonymous(string page) => OpenTo(Anonymous, page);

    private static bool OpenTo(IReadOnlyList<string> pages, string page) => pages.Any(named => named == page || (named.EndsWith('/') && page.StartsWith(named, StringComparison.Ordinal)));

    private static List<string> Named(string page) => [.. All.Where(row => row.Pages.Contains(page)).Select(row => row.Name)];

    private static string? Folder(string page) => All.SelectMany(row => row.Pages)
        .Where(named => named.EndsWith('/') && page.StartsWith(named, StringComparison.Ordinal)).MaxBy(named => named.Length);

    /// <summary>代管: policies the system administrator also fulfils while nobody has the role.</summary>
    public static IReadOnlySet<string> StandIns { get; } = new HashSet<string> { RoleKeeping, Audit };

    public static void AddTo(AuthorizationOptions options)
    {
        // Secure default: an endpoint without its own policy requires a sign-in.
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Nobody, policy => policy.RequireAssertion(_ => false));
        foreach (var row in All)
        {
            options.AddPolicy(row.Name, policy => Demand(policy.RequireAuthenticatedUser(), row.Name, row.Roles));
        }
    }

    private static void Demand(AuthorizationPolicyBuilder policy, string name, string[] roles) =>
        _ = StandIns.Contains(name) ? policy.AddRequirements(new FallbackAdministratorRequirement(roles)) : policy.RequireRole(roles);
}

/// <summary>A row of <see cref="Policies.All"/>.</summary>
/// <param name="Name">Name of the policy.</param>
/// <param name="Title">What it permits, in Chinese.</param>
/// <param name="Roles">Roles that fulfil the policy; any one is enough.</param>
/// <param name="Pages">Pages; folders, ending with a slash; or page handlers, separated by a space.</param>
public sealed record PolicyRow(string Name, string Title, string[] Roles, params string[] Pages);
