using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Account;

/// <summary>The code besides the password: whoever passes an open screen has not got that.</summary>
public sealed class AuthenticatorInput : CodeInput
{
    [Display(Name = "密码"), DataType(DataType.Password), Required]
    public string? Password { get; set; }
}
