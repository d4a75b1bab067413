using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Checkpoints;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Checkpoints.Incidents;

/// <summary>To whom an incident was reported.</summary>
public sealed class IncidentReportInput
{
    [Display(Name = "报给了谁")]
    [Line(GateIncident.LongestLine)]
    public string? ReportedTo { get; set; }
}
