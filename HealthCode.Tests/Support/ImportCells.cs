namespace HealthCode.Tests.Support;

/// <summary>The cells of one row by column title, of which a test changes one.</summary>
public sealed record ImportCells(IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A copy of the row with this cell replaced; an empty text leaves it blank.</summary>
    public ImportCells With(string title, string cell) => new(new Dictionary<string, string>(Cells) { [title] = cell });
}
