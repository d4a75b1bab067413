using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Printing;

/// <summary>How many numbered forms to print.</summary>
public sealed class FormsInput
{
    private const int Most = 200;

    [Display(Name = "印几张"), Required, Range(1, Most, ErrorMessage = "一次可以印 1 到 200 张，请改一下张数。")]
    public int? Count { get; set; } = 20;
}
