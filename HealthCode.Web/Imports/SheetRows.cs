namespace HealthCode.Web.Imports;

/// <summary>What a file says.</summary>
/// <param name="HeaderRow">Number of the row with the titles.</param>
/// <param name="Titles">The titles as they stand in the file, known or not, from left to right.</param>
/// <param name="Rows">Every row that is not empty; some may be wrong already.</param>
public sealed record SheetRows(int HeaderRow, IReadOnlyList<string> Titles, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Columns that were not read, by their titles.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>How many of the rows nobody sees in the sheet.</summary>
    public int Hidden { get; init; }

    /// <summary>How many cells were asked about and answered for.</summary>
    public int Confirmed { get; init; }
}
