using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Seals;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Printing.Seals;

namespace HealthCode.Web.Pages.Seals;

/// <summary>A scan of the seal, and the document that approved 套印.</summary>
public sealed class ImageInput
{
    [Display(Name = "图样文件")]
    public IFormFile? File { get; set; }

    /// <summary>The seal shown in the preview, as PNG; a hidden field.</summary>
    public byte[]? Picture { get; set; }

    [Display(Name = "印迹颜色")]
    public SealColor Color { get; set; }

    [Display(Name = "批准文件文号"), Required, Line(OfficeSeal.LongestDocument)]
    public string? ApprovingDocument { get; set; }
}
