using System.Globalization;

namespace HealthCode.Web.Spreadsheets;

/// <summary>A cell as it lies in the file.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Text">What it says; of a formula, what it last came to.</param>
/// <param name="Kind">As what it is kept.</param>
/// <param name="IsCovered">Whether it says so only as part of a merged cell that begins in a row above.</param>
internal readonly record struct SheetCell(int Column, string Text, SheetCellKind Kind = SheetCellKind.Text, bool IsCovered = false)
{
    /// <summary>A figure as it is shown.</summary>
    public static SheetCell Number(int column, double number, NumberFormat format) => new(column, format.Show(number), SheetCellKind.Number);

    /// <summary>A day as 20200305, a moment as 20200305 09:30.</summary>
    public static SheetCell Moment(int column, DateTime moment) => new(
        column,
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyyMMdd" : "yyyyMMdd HH:mm", CultureInfo.InvariantCulture),
        SheetCellKind.Moment);

    /// <summary>An hour without a day.</summary>
    public static SheetCell Hour(int column, TimeSpan hour) => new(column, hour.ToString(@"hh\:mm", CultureInfo.InvariantCulture), SheetCellKind.Moment);
}

/// <summary>As what a spreadsheet keeps a cell.</summary>
internal enum SheetCellKind
{
    Text,
    Number,
    Moment,
    Formula,
    Error,

    /// <summary>In a .csv, which does not say: Excel may have opened and saved it.</summary>
    Untold,
}
