using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Observations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>What was done about somebody who was to be looked after.</summary>
public sealed class FollowUpInput
{
    [Display(Name = "哪一件")]
    public long? FollowUpId { get; set; }

    [Display(Name = "做了什么"), Line(FollowUp.LongestText)]
    public string? Outcome { get; set; }
}
