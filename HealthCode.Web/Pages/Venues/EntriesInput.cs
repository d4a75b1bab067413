using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Venues;

namespace HealthCode.Web.Pages.Venues;

/// <summary>A list of entries keyed back.</summary>
public sealed class EntriesInput
{
    [Display(Name = "名单上的场所编号")]
    public string? ListNumber { get; set; }

    [Display(Name = "名单上的日期")]
    public string? Day { get; set; }

    [Display(Name = "名单上是谁登记的")]
    public string? Staff { get; set; }

    public List<EntryRow> Rows { get; set; } = [];

    public EntryHead Head => new(ListNumber, Day, Staff);

    /// <summary>What stands on a row is of that row, from nought; the rest is of the head.</summary>
    public static string PathOf(Field field) => field.Number > 0 ? $"{nameof(Rows)}[{field.Number - 1}].{field.Name}" : field.Name.ToString();
}
