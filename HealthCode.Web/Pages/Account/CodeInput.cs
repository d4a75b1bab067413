using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Account;

/// <summary>A code from the authenticator app, or one of the printed recovery codes.</summary>
public class CodeInput
{
    [Display(Name = "验证码"), Required, StringLength(40)]
    public string? Code { get; set; }

    /// <summary>The code without the spaces and hyphens that may be typed in it.</summary>
    public string Plain => (Code ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>The typed text in the format of a recovery code: upper case, with a hyphen after the fifth of ten characters.</summary>
    public string Recovery => Plain.ToUpperInvariant() is { Length: 10 } plain ? $"{plain[..5]}-{plain[5..]}" : Plain;
}
