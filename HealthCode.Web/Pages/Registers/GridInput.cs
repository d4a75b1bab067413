using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Registers;

namespace HealthCode.Web.Pages.Registers;

/// <summary>A heap of slips keyed back.</summary>
public sealed class GridInput
{
    [Display(Name = "哪一家的")]
    public long? FacilityId { get; set; }

    [Display(Name = "日期")]
    public string? Day { get; set; }

    public List<GridRow> Rows { get; set; } = [];

    /// <summary>What stands on a row is of that row, from nought; the rest is of the head.</summary>
    public static string PathOf(Field field) => field.Name switch
    {
        RegisterField.Facility => nameof(FacilityId),
        RegisterField.On => nameof(Day),
        _ => $"{nameof(Rows)}[{Math.Max(0, field.Number - 1)}].Cells[{field.Name}]",
    };

    /// <summary>A row with the day of the head.</summary>
    public RegisterCells CellsOf(GridRow row) => new(row.Cells) { [RegisterField.On] = Day };
}
