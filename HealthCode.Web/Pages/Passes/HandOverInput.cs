using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Passes;

/// <summary>The person who collects the card.</summary>
public sealed class HandOverInput
{
    [Display(Name = "领取人")]
    public string? CollectedBy { get; set; }
}
