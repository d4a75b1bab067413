using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Account;

/// <summary>User name and password.</summary>
public sealed class LoginInput
{
    [Display(Name = "登录名"), Required, StringLength(50)]
    public string? UserName { get; set; }

    [Display(Name = "密码"), Required, StringLength(200)]
    public string? Password { get; set; }
}
