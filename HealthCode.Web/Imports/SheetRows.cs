using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>The content of an imported file.</summary>
/// <param name="HeaderRow">Number of the header row.</param>
/// <param name="Titles">All titles in the file, known or not, from left to right.</param>
/// <param name="Rows">All rows that are not empty; they may already have errors.</param>
public sealed record SheetRows(int HeaderRow, IReadOnlyList<string> Titles, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Reads the rows of the first visible sheet.</summary>
    /// <param name="file">A seekable stream, at its beginning.</param>
    /// <param name="import">The import whose columns are expected.</param>
    /// <exception cref="SheetRefusedException">The file cannot be used; the message says why.</exception>
    public static SheetRows Read(Stream file, Import import)
    {
        var titles = new SheetTitles(import);
        return SheetFile.Read(file, titles.Known, new SheetRowCollector(import, titles).Take);
    }

    /// <summary>Titles of ignored columns.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Number of rows that are hidden in the sheet.</summary>
    public int Hidden { get; init; }

    /// <summary>Number of doubtful cells the user has confirmed.</summary>
    public int Confirmed { get; init; }
}
