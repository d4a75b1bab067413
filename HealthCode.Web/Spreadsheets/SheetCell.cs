using System.Globalization;

namespace HealthCode.Web.Spreadsheets;

/// <summary>A cell as stored in the file.</summary>
/// <param name="Column">Index from 0.</param>
/// <param name="Text">Its text; for a formula, the cached result.</param>
/// <param name="Kind">Type of the cell.</param>
/// <param name="IsCovered">Whether the text comes from a merged cell that starts in a row above.</param>
internal readonly record struct SheetCell(int Column, string Text, SheetCellKind Kind = SheetCellKind.Text, bool IsCovered = false)
{
    /// <summary>A number as displayed.</summary>
    public static SheetCell Number(int column, double number, NumberFormat format) => new(column, format.Show(number), SheetCellKind.Number);

    /// <summary>A date as 20200305, a date with time as 20200305 09:30.</summary>
    public static SheetCell Moment(int column, DateTime moment) => new(
        column,
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyyMMdd" : "yyyyMMdd HH:mm", CultureInfo.InvariantCulture),
        SheetCellKind.Moment);

    /// <summary>A time without a date.</summary>
    public static SheetCell Hour(int column, TimeSpan hour) => new(column, hour.ToString(@"hh\:mm", CultureInfo.InvariantCulture), SheetCellKind.Moment);
}

/// <summary>Type of a cell.</summary>
internal enum SheetCellKind
{
    Text,
    Number,
    Moment,
    Formula,
    Error,

    /// <summary>Unknown, in a .csv: Excel may have changed the text when saving it.</summary>
    Unknown,
}
