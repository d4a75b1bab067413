using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>A credential that was not accepted, as told.</summary>
public sealed class RefusalInput
{
    [Display(Name = "他拿的是什么")]
    public string? Credential { get; set; }

    [Display(Name = "在哪里不认"), Line(RecognitionComplaint.LongestLine)]
    public string? Place { get; set; }

    [Display(Name = "哪天"), Required]
    public DateOnly? RefusedOn { get; set; }

    [Display(Name = "几点")]
    public string? RefusedAt { get; set; }

    [Display(Name = "谁没有被认可")]
    public string? Name { get; set; }

    [Display(Name = "卡号、编号"), Line(RecognitionComplaint.LongestLine)]
    public string? CardNumber { get; set; }

    [Display(Name = "谁不认"), Line(RecognitionComplaint.LongestLine)]
    public string? RefusedBy { get; set; }

    [Display(Name = "谁来说的"), Line(RecognitionComplaint.LongestLine)]
    public string? ToldBy { get; set; }

    [Display(Name = "12345 工单号"), Line(RecognitionComplaint.LongestLine)]
    public string? WorkOrder { get; set; }
}
