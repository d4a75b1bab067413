using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Passes;

/// <summary>Who collects the cards of a household, and which.</summary>
public sealed class HouseholdHandOverInput
{
    [Display(Name = "领取人"), Line(30)]
    public string? CollectedBy { get; set; }

    [Display(Name = "与持卡人关系"), Line(10)]
    public string? Relation { get; set; }

    /// <summary>Keys of the cards ticked.</summary>
    public List<long> Cards { get; set; } = [];
}
