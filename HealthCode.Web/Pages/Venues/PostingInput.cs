using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Venues;

/// <summary>A look at a venue's door, or what was put right afterwards.</summary>
public sealed class PostingInput
{
    [Display(Name = "检查日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "检查人"), Line(PostingCheck.LongestLine)]
    public string? CheckedBy { get; set; }

    /// <summary>A row for each sheet of the province, in its order.</summary>
    public List<PostedSheetInput> Sheets { get; set; } = [];

    [Display(Name = "谁补的"), Line(PostingCheck.LongestLine)]
    public string? MendedBy { get; set; }

    [Display(Name = "哪天补的")]
    public DateOnly? MendedOn { get; set; }

    /// <summary>Sheets are rows from nought.</summary>
    public static string PathOf(Field field) => field.Number > 0 ? $"{nameof(Sheets)}[{field.Number - 1}].{field.Name}" : field.Name.ToString();
}

/// <summary>What was found of a sheet.</summary>
public sealed class PostedSheetInput
{
    [Display(Name = "贴着没有")]
    public bool? Hangs { get; set; }

    [Display(Name = "贴在哪里"), Line(PostingCheck.LongestLine)]
    public string? Place { get; set; }
}
