using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Reports;

public sealed class FullInput
{
    [Display(Name = "导出原因"), Required, Line(100, IsAudited = true)]
    public string Reason { get; set; } = "";
}
