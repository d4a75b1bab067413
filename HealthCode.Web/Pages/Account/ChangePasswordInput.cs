using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Account;

/// <summary>Old password and new password, the new one twice.</summary>
public sealed class ChangePasswordInput
{
    [Display(Name = "原密码"), Required, StringLength(200)]
    public string? OldPassword { get; set; }

    [Display(Name = "新密码"), Required, StringLength(200)]
    public string? Password { get; set; }

    [Display(Name = "再输一次"), Required, Compare(nameof(Password))]
    public string? PasswordAgain { get; set; }
}
