using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages;

/// <summary>Another administrator to create at set-up; left empty in an office with one employee.</summary>
public sealed class ColleagueInput
{
    [Display(Name = "登录名"), Line(20)]
    public string? UserName { get; set; }

    [Display(Name = "姓名"), Line(50)]
    public string? StaffName { get; set; }

    [Display(Name = "初始密码"), StringLength(200)]
    public string? Password { get; set; }

    public bool IsGiven => !string.IsNullOrWhiteSpace(UserName + StaffName + Password);
}
