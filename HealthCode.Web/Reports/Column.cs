using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Reports;

/// <summary>栏.</summary>
/// <param name="Title">栏目名称.</param>
/// <param name="Width">In characters of the sheet's font, as spreadsheets count: a Chinese character takes two.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="IsSummed">Whether it stands in the 合计 row.</param>
/// <param name="Band">What stands above it and its neighbours in a first header row, or empty.</param>
public sealed record Column(string Title, double Width, ColumnKind Kind, bool IsSummed = false, string Band = "")
{
    /// <summary>Words, and numbers of papers: a spreadsheet would cut an identity number after 15 digits.</summary>
    public static Column Text(string title, double width, string band = "") => new(title, width, ColumnKind.Text, Band: band);

    /// <summary>A whole number that is summed up.</summary>
    public static Column Count(string title, double width = 9, string band = "") => new(title, width, ColumnKind.Whole, true, band);

    /// <summary>A whole number that a sum would make nonsense of: an age, a wait.</summary>
    public static Column Whole(string title, double width = 9, string band = "") => new(title, width, ColumnKind.Whole, Band: band);

    /// <summary>A number with one decimal, never summed: an average, a rate.</summary>
    public static Column Tenths(string title, double width = 10, string band = "") => new(title, width, ColumnKind.Tenths, Band: band);

    /// <summary>A date.</summary>
    public static Column Day(string title, string band = "") => new(title, 13, ColumnKind.Day, Band: band);

    /// <summary>Date and time to the minute.</summary>
    public static Column Moment(string title, string band = "") => new(title, 18, ColumnKind.Moment, Band: band);
}

/// <summary>What the cells of a column hold.</summary>
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
