using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Printing;

/// <summary>Print offset of this PC's printer in millimetres, as measured on the test sheet.</summary>
public sealed class CalibrationInput
{
    [Display(Name = "这台电脑叫什么"), Required, Line(20)]
    public string? Name { get; set; } = "窗口一";

    [Display(Name = "左右（毫米）"), Required]
    public decimal? OffsetX { get; set; } = 0;

    [Display(Name = "上下（毫米）"), Required]
    public decimal? OffsetY { get; set; } = 0;

    [Display(Name = "缩放（%）"), Required]
    public decimal? Scale { get; set; } = 100;
}
