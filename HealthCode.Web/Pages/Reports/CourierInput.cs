using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Reports;

public sealed class CourierInput
{
    [Display(Name = "从"), DataType(DataType.Date)]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "到"), DataType(DataType.Date)]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "更正：已经报过的日子重新报")]
    public bool Corrects { get; set; }

    [Display(Name = "附健康通行卡台账（加密，只有乡镇能打开）")]
    public bool WithLedger { get; set; }

    [Display(Name = "附台账的原因"), Line(100, IsAudited = true)]
    public string? Reason { get; set; }
}
