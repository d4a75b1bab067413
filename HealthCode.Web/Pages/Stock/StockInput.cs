using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Seals;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Stock;

/// <summary>One entry of the stock book.</summary>
public sealed class StockInput
{
    [Display(Name = "哪种纸")]
    public string? Stock { get; set; }

    [Display(Name = "登记什么")]
    public StockEntryKind? Kind { get; set; }

    [Display(Name = "张数"), Required]
    public int? Sheets { get; set; }

    [Display(Name = "说明"), Line(60)]
    public string? Note { get; set; }
}
