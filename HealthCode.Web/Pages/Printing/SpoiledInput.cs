using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Printing;

/// <summary>The numbers of the spoiled sheets of a run, as typed.</summary>
public sealed class SpoiledInput
{
    [Display(Name = "印坏了哪几张")]
    public string? Spoiled { get; set; }
}
