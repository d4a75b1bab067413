using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A row of the itinerary, as posted; a blank one is none.</summary>
public sealed class ItineraryInput
{
    [Display(Name = "哪一天")]
    public string? Day { get; set; }

    [Display(Name = "到了哪里")]
    public string? Place { get; set; }

    [Display(Name = "交通工具、车次")]
    public string? Transport { get; set; }
}
