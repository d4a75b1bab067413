using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Account;

/// <summary>What the telephone shows, or one of the codes on the printed list.</summary>
public class CodeInput
{
    [Display(Name = "验证码"), Required, StringLength(40)]
    public string? Code { get; set; }

    /// <summary>Figures as they may be typed, with blanks and hyphens.</summary>
    public string Plain => (Code ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>A recovery code as it was printed, however it was copied.</summary>
    public string Recovery => Plain.ToUpperInvariant() is { Length: 10 } plain ? $"{plain[..5]}-{plain[5..]}" : Plain;
}
