using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Requests;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Requests;

/// <summary>A resident's request, as recorded by the clerk.</summary>
public sealed class RequestInput
{
    [Display(Name = "申请什么"), Required]
    public RequestKind? Kind { get; set; }

    [Display(Name = "谁的资料（姓名）"), Required, Line(ResidentRequest.LongestName)]
    public string? Applicant { get; set; }

    [Display(Name = "监护人和与本人的关系"), Line(ResidentRequest.LongestName)]
    public string? Guardian { get; set; }

    [Display(Name = "怎样核对了身份"), Required, Line(ResidentRequest.LongestName)]
    public string? IdentityCheck { get; set; }

    [Display(Name = "申报编号"), Line(20)]
    public string? Declaration { get; set; }

    [Display(Name = "要求"), Required, Line(ResidentRequest.LongestText)]
    public string? RequestText { get; set; }
}
