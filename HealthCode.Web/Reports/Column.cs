using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>栏.</summary>
/// <param name="Title">栏目名称.</param>
/// <param name="Width">In characters of the default font; a Chinese character counts as two.</param>
/// <param name="Kind">Type of its cells.</param>
/// <param name="IsSummed">Whether it has a sum in the 合计 row.</param>
/// <param name="Band">Title of a group of adjacent columns in an additional header row, or empty.</param>
public sealed record Column(string Title, double Width, ColumnKind Kind, bool IsSummed = false, string Band = "")
{
    /// <summary>Text, also for ID numbers: spreadsheets keep only 15 digits of a number.</summary>
    public static Column Text(string title, double width, string band = "") => new(title, width, ColumnKind.Text, Band: band);

    /// <summary>An integer with a sum.</summary>
    public static Column Count(string title, double width = 9, string band = "") => new(title, width, ColumnKind.Whole, true, band);

    /// <summary>An integer for which a sum is meaningless, such as an age.</summary>
    public static Column Whole(string title, double width = 9, string band = "") => new(title, width, ColumnKind.Whole, Band: band);

    /// <summary>A number with one decimal, without a sum, such as an average.</summary>
    public static Column Tenths(string title, double width = 10, string band = "") => new(title, width, ColumnKind.Tenths, Band: band);

    /// <summary>A date.</summary>
    public static Column Day(string title, string band = "") => new(title, 13, ColumnKind.Day, Band: band);

    /// <summary>Date and time to the minute.</summary>
    public static Column Moment(string title, string band = "") => new(title, 18, ColumnKind.Moment, Band: band);
}

/// <summary>Type of the cells of a column.</summary>
public enum ColumnKind
{
    /// <summary><see cref="string"/>.</summary>
    Text = 1,

    /// <summary><see cref="int"/>, or a <see cref="Formula"/>.</summary>
    Whole = 2,

    /// <summary><see cref="decimal"/>, or a <see cref="Formula"/>.</summary>
    Tenths = 3,

    /// <summary><see cref="DateOnly"/>.</summary>
    Day = 4,

    /// <summary><see cref="DateTimeOffset"/>.</summary>
    Moment = 5,
}
