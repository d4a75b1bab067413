using Microsoft.AspNetCore.Authorization;

namespace HealthCode.Web.Security;

/// <summary>Who may open which desk. Reading and writing are separate, because the township reads only.</summary>
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
    public const string Requests = "Requests";
    public const string PaperBoxes = "PaperBoxes";
    public const string Closing = "Closing";
    public const string AdministrationDesk = "AdministrationDesk";
    public const string Administration = "Administration";
    public const string RoleKeeping = "RoleKeeping";
    public const string Audit = "Audit";
    public const string Disclosure = "Disclosure";

    /// <summary>Policy → its Chinese title → the roles, any of which opens it.</summary>
    public static IReadOnlyList<(string Name, string Title, string[] Roles)> All { get; } =
    [
        (Declare, "录入", [Roles.Clerk]),
        (Search, "查询", [Roles.Clerk, Roles.Reviewer, Roles.TownshipOfficial]),
        (DeskPapers, "打印回执、告知单", [Roles.Clerk, Roles.Reviewer]),
        (Review, "审核", [Roles.Reviewer]),
        (Passes, "通行卡", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.TownshipOfficial]),
        (PassesWrite, "通行卡办理、打印、库存", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper]),
        (Check, "查验", [Roles.Guard, Roles.Clerk, Roles.Reviewer]),
        (Checkpoints, "关口登记", [Roles.Clerk, Roles.Reviewer]),
        (Seals, "用印登记簿", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper]),
        (SealKeeping, "保管公章图样、套印", [Roles.SealKeeper]),
        (Figures, "数字", [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.TownshipOfficial]),
        (Reports, "报表", [Roles.Clerk, Roles.Reviewer, Roles.TownshipOfficial]),
        (Imports, "导入", [Roles.Clerk, Roles.Reviewer]),
        (FullReports, "导出不脱敏的台账", [Roles.LedgerExporter]),
        (CourierReceive, "接收报送包", [Roles.TownshipOfficial]),
        (Requests, "查阅纠错", [Roles.Clerk, Roles.Reviewer]),
        (PaperBoxes, "纸质材料", [Roles.Clerk, Roles.Reviewer]),
        (Closing, "疫情解除、销毁清册", [Roles.Reviewer, Roles.SystemAdministrator]),
        (AdministrationDesk, "管理：用户名单、权限表", [Roles.SystemAdministrator, Roles.SecurityAdministrator]),
        (Administration, "管理：开设和停用用户、村居、定时工作、信任名单、备份", [Roles.SystemAdministrator]),
        (RoleKeeping, "改角色和管辖范围、管理员电脑、解除锁定", [Roles.SecurityAdministrator]),
        (Audit, "审计", [Roles.AuditAdministrator]),
        (Disclosure, "告诉本人谁看过他的信息", [Roles.Clerk, Roles.Reviewer]),
    ];

    /// <summary>代管: what the system administrator may do, too, while nobody has the role.</summary>
    public static IReadOnlySet<string> StandIns { get; } = new HashSet<string> { RoleKeeping, Audit };

    public static void AddTo(AuthorizationOptions options)
    {
        // Closed by default: a page nobody thought of needs a sign-in.
        options.FallbackPolicy = options.DefaultPolicy;
        foreach (var (name, _, roles) in All)
        {
            options.AddPolicy(name, policy => Demand(policy.RequireAuthenticatedUser(), name, roles));
        }
    }

    private static void Demand(AuthorizationPolicyBuilder policy, string name, string[] roles) =>
        _ = StandIns.Contains(name) ? policy.AddRequirements(new FallbackAdministratorRequirement(roles)) : policy.RequireRole(roles);
}
