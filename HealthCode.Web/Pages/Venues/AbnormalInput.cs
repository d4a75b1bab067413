using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Venues;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Venues;

/// <summary>What the office did about somebody found not normal at a venue's door.</summary>
public sealed class AbnormalInput
{
    [Display(Name = "哪一条")]
    public long? EntryId { get; set; }

    [Display(Name = "怎样处理的"), Line(VenueEntry.LongestLine)]
    public string? Handling { get; set; }
}
