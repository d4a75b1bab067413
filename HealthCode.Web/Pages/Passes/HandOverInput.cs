using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Passes;

/// <summary>Who takes the card with him.</summary>
public sealed class HandOverInput
{
    [Display(Name = "领取人")]
    public string? CollectedBy { get; set; }
}
