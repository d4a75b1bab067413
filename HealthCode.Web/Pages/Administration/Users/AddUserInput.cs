using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Administration.Users;

/// <summary>A new user.</summary>
public sealed class AddUserInput : AssignmentInput
{
    [Display(Name = "登录名"), Required, Line(20)]
    public string? UserName { get; set; }

    [Display(Name = "姓名"), Required, Line(50)]
    public string? StaffName { get; set; }

    [Display(Name = "初始密码"), Required, StringLength(200)]
    public string? Password { get; set; }
}
