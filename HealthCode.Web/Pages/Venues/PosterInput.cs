using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Venues;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Venues;

/// <summary>A new poster: the platform's picture, and why the old one is replaced.</summary>
public sealed class PosterInput
{
    [Display(Name = "官方平台发的场所码图片")]
    public IFormFile? File { get; set; }

    [Display(Name = "为什么换"), Line(VenuePoster.LongestLine)]
    public string? Reason { get; set; }

    [Display(Name = "谁揭下来的"), Line(VenuePoster.LongestLine)]
    public string? TakenDownBy { get; set; }

    [Display(Name = "哪天揭的")]
    public DateOnly? TakenDownOn { get; set; }
}
