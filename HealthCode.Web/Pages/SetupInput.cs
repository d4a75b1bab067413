using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages;

/// <summary>The first office and its system administrator.</summary>
public sealed class SetupInput : OfficeInput
{
    [Display(Name = "登录名"), Required, Line(20)]
    public string? UserName { get; set; }

    [Display(Name = "姓名"), Required, Line(50)]
    public string? StaffName { get; set; }

    [Display(Name = "密码"), Required, StringLength(200)]
    public string? Password { get; set; }

    [Display(Name = "再输一次密码"), Required, Compare(nameof(Password))]
    public string? PasswordAgain { get; set; }

    // One person may have several roles (DECISIONS.md D5) and usually does.
    [Display(Name = "本人也做录入")]
    public bool AlsoClerk { get; set; } = true;

    [Display(Name = "本人也做审核")]
    public bool AlsoReviewer { get; set; } = true;

    /// <summary>安全管理员, if there is a second employee.</summary>
    public ColleagueInput Security { get; set; } = new();

    /// <summary>审计管理员, if there is a third employee.</summary>
    public ColleagueInput Auditor { get; set; } = new();
}
