using HealthCode.Domain.Rules;

namespace HealthCode.Web.Security;

/// <summary>用户的规则.</summary>
public static class StaffRules
{
    public static Rule HasRole { get; } = new("staff-role", "请至少选一个角色。", "standards 7.3 访问控制");

    public static Rule AdministratorRemains { get; } = new("staff-administrator", "这是最后一位系统管理员：请先让另一个人也做系统管理员。", "standards 7.3 访问控制");

    public static Rule ScopeFitsRoles { get; } = new("staff-scope", "乡镇干部只读、看多个村居，不能同时是录入员或审核员。", "本项目：查询与办理分开");
}
