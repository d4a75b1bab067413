using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Printing;

/// <summary>Which sheets of a run are spoiled, as their numbers are typed.</summary>
public sealed class SpoiledInput
{
    [Display(Name = "印坏了哪几张")]
    public string? Spoiled { get; set; }
}
