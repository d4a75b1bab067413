using HealthCode.Domain.Rules;

namespace HealthCode.Web.Security;

/// <summary>用户的规则.</summary>
public static class StaffRules
{
    public static Rule HasRole { get; } = new("staff-role", "请至少选一个角色。", "GB/T 22239-2019 访问控制；DECISIONS.md D36");

    public static Rule AdministratorRemains { get; } = new("staff-administrator", "这是最后一位系统管理员：请先让另一个人也做系统管理员。", "GB/T 22239-2019 访问控制；DECISIONS.md D36");

    public static Rule AdministratorsApart { get; } = new("staff-administrators-apart", "系统管理员、安全管理员、审计管理员互相监督：一个人只能做其中一种。", "GB/T 22239-2019 安全管理中心；DECISIONS.md D36");

    public static Rule AdministratorSeesNobody { get; } = new("staff-administrator-alone", "三种管理员看不到居民，不能同时有别的角色：请给这个人另开一个用户办业务。只有还没有安全管理员的时候，系统管理员才可以兼办。", "GB/T 22239-2019 安全管理中心；DECISIONS.md D36");

    public static Rule NobodyTwoHatted { get; } = new("staff-nobody-two-hatted", "设安全管理员以前，先把系统管理员兼的业务角色去掉：给办业务的人另开用户。还兼着的：", "GB/T 22239-2019 安全管理中心；DECISIONS.md D36");

    public static Rule OwnRolesStay { get; } = new("staff-own-roles", "安全管理员不能改自己的角色和管辖范围，请让别的管理员来改。", "GB/T 22239-2019 安全管理中心；DECISIONS.md D36");

    public static Rule KeeperRemains { get; } = new("staff-keeper", "这是最后一位安全管理员或审计管理员，不能停用：请安全管理员先把这个角色也交给接任的人。人已经离开的，给这个用户重设密码，当面交给接任的人。", "GB/T 22239-2019 安全管理中心；DECISIONS.md D36");

    public static Rule OwnPcStays { get; } = new("staff-own-pc", "这样一来，您现在用的这台电脑就不能再登录管理员了：请先把它加进名单。它的地址是 ", "DECISIONS.md D36");

    public static Rule AddressReadable { get; } = new("staff-address", "地址看不懂。一台电脑写 192.168.1.8，一段写 192.168.1.10-20，整个网段写 192.168.1.0/24。", "GB/T 22239-2019 入侵防范；DECISIONS.md D36");

    public static Rule AddressOnce { get; } = new("staff-address-once", "名单里已经有这个地址了。", "DECISIONS.md D36");

    public static Rule ScopeFitsRoles { get; } = new("staff-scope", "录入员、审核员和值守员属于一个村居；乡镇干部管一个乡镇或一个县，只读，不能同时是录入员、审核员或值守员。请核对角色和管辖范围。", "DECISIONS.md D36");

    public static Rule HasName { get; } = new("staff-name", "请填写登录名和姓名。", "GB/T 22239-2019 身份鉴别");

    public static Rule GuardDoesNothingElse { get; } = new("staff-guard-alone", "值守员只在关口查验，不能同时有别的角色：他的密码只有 6 位数字。", "GB/T 22239-2019 访问控制；DECISIONS.md D36");

    public static Rule GuardHasCheckpoint { get; } = new("staff-guard-checkpoint", "请选择值守员站在哪个关口：本村居正在使用的关口。还没有，请先让录入员在“关口”里登记。", "琼肺炎指〔2020〕29号 3.2；DECISIONS.md D36");

    public static Rule GuardPasswordRenewed { get; } = new("staff-guard-password", "值守员用 6 位数字，别人用一般密码：改成值守员或不再做值守员时，请同时填新的初始密码。", "GB/T 22239-2019 身份鉴别；DECISIONS.md D37");

    /// <summary>Whether a scope is valid for these roles: 12 digits for an office, 9 or 6 for a township or county.</summary>
    public static bool Fits(string scope, IReadOnlyCollection<string> roles)
    {
        var works = roles.Contains(Roles.Clerk) || roles.Contains(Roles.Reviewer) || roles.Contains(Roles.Guard);
        var supervises = roles.Contains(Roles.TownshipOfficial);
        return scope.Length switch
        {
            12 => !supervises,
            9 or 6 => !works,
            _ => false,
        };
    }
}

/// <summary>Fields of the user and administrator PC forms that a rule can refer to.</summary>
public enum StaffField
{
    /// <summary>关口 of a guard.</summary>
    CheckpointId,

    /// <summary>初始密码.</summary>
    Password,

    /// <summary>地址 of a PC.</summary>
    Range,
}
