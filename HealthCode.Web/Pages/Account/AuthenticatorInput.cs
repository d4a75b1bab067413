using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Account;

/// <summary>Password and code, both required, so that an unlocked screen is not enough to change the setting.</summary>
public sealed class AuthenticatorInput : CodeInput
{
    [Display(Name = "密码"), DataType(DataType.Password), Required]
    public string? Password { get; set; }
}
