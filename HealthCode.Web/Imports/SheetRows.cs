using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>What a file says.</summary>
/// <param name="HeaderRow">Number of the row with the titles.</param>
/// <param name="Titles">The titles as they stand in the file, known or not, from left to right.</param>
/// <param name="Rows">Every row that is not empty; some may be wrong already.</param>
public sealed record SheetRows(int HeaderRow, IReadOnlyList<string> Titles, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Reads the rows of the first visible sheet.</summary>
    /// <param name="file">At its beginning; can be read again from there.</param>
    /// <param name="import">Whose columns are looked for.</param>
    /// <exception cref="SheetRefusedException">Nothing can be taken from it; the message says why.</exception>
    public static SheetRows Read(Stream file, Import import)
    {
        var titles = new SheetTitles(import);
        return SheetFile.Read(file, titles.Known, new SheetRowCollector(import, titles).Take);
    }

    /// <summary>Columns that were not read, by their titles.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>How many of the rows nobody sees in the sheet.</summary>
    public int Hidden { get; init; }

    /// <summary>How many cells were asked about and answered for.</summary>
    public int Confirmed { get; init; }
}
