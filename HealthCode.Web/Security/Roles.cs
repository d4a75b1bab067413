using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>角色 — roles of staff; one person may have several (DECISIONS.md D5).</summary>
public static class Roles
{
    public const string Clerk = "Clerk";
    public const string Reviewer = "Reviewer";
    public const string SealKeeper = "SealKeeper";
    public const string Guard = "Guard";
    public const string SystemAdministrator = "SystemAdministrator";
    public const string SecurityAdministrator = "SecurityAdministrator";
    public const string AuditAdministrator = "AuditAdministrator";
    public const string LedgerExporter = "LedgerExporter";
    public const string TownshipOfficial = "TownshipOfficial";

    /// <summary>All roles with title and a one-sentence description.</summary>
    public static IReadOnlyList<(string Name, string Title, string Opens)> All { get; } =
    [
        (Clerk, "录入员", "录入申报表，打印、登记盖章和发放"),
        (Reviewer, "审核员", "测温、审核、作决定，停用通行卡"),
        (SealKeeper, "印章保管人", "登记盖章，保管公章图样，套印，看用印登记簿"),
        (Guard, "值守员", "只在关口查验，别的都看不到"),
        (LedgerExporter, "台账导出员", "导出不脱敏的台账，每次写明原因"),
        (SystemAdministrator, "系统管理员", "开设和停用用户，管理村居、定时工作和备份；看不到居民"),
        (SecurityAdministrator, "安全管理员", "改用户的角色和管辖范围，定管理员用哪几台电脑，解除锁定；看不到居民"),
        (AuditAdministrator, "审计管理员", "只看审计；看不到居民"),
        (TownshipOfficial, "乡镇干部", "查看本乡镇各村居，只读"),
    ];

    /// <summary>三员 — separation of duties: nobody may have two of these roles.</summary>
    public static IReadOnlyList<string> Administrators { get; } = [SystemAdministrator, SecurityAdministrator, AuditAdministrator];

    public static string Title(string role) => All.Single(known => known.Name == role).Title;

    public static async Task SeedAsync(RoleManager<IdentityRole> roles)
    {
        foreach (var (name, _, _) in All)
        {
            if (!await roles.RoleExistsAsync(name))
            {
                await roles.CreateAsync(new IdentityRole(name));
            }
        }
    }
}
