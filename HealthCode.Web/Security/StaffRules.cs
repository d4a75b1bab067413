using HealthCode.Domain.Rules;

namespace HealthCode.Web.Security;

/// <summary>用户的规则.</summary>
public static class StaffRules
{
    public static Rule HasRole { get; } = new("staff-role", "请至少选一个角色。", "standards 7.3 访问控制");

    public static Rule AdministratorRemains { get; } = new("staff-administrator", "这是最后一位系统管理员：请先让另一个人也做系统管理员。", "standards 7.3 访问控制");

    public static Rule ScopeFitsRoles { get; } = new("staff-scope", "录入员和审核员属于一个村居；乡镇干部管一个乡镇或一个县，只读，不能同时是录入员或审核员。请核对角色和管辖范围。", "本项目：查询与办理分开");

    public static Rule HasName { get; } = new("staff-name", "请填写登录名和姓名。", "standards 7.3 身份鉴别");

    /// <summary>Whether somebody with these roles may see as far as this scope.</summary>
    public static bool Fits(string scope, IReadOnlyCollection<string> roles)
    {
        var works = roles.Contains(Roles.Clerk) || roles.Contains(Roles.Reviewer);
        var supervises = roles.Contains(Roles.TownshipOfficial);
        return scope.Length switch
        {
            12 => !supervises,
            9 or 6 => !works,
            _ => false,
        };
    }
}
