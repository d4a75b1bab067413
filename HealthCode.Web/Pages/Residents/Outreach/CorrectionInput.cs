using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Outreach;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>A result that was keyed wrong.</summary>
public sealed class CorrectionInput
{
    public long VisitId { get; set; }

    [Display(Name = "应当是"), Required]
    public OutreachResult? Result { get; set; }

    [Display(Name = "哪天上门的")]
    public DateOnly? VisitedOn { get; set; }

    [Display(Name = "为什么改"), Line(OutreachVisit.LongestNote)]
    public string? Note { get; set; }
}
