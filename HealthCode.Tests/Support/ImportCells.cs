namespace HealthCode.Tests.Support;

/// <summary>One row of a sheet as it was typed, so that a test changes one cell.</summary>
public sealed record ImportCells(IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The row with another cell; empty for one that is left blank.</summary>
    public ImportCells With(string title, string cell) => new(new Dictionary<string, string>(Cells) { [title] = cell });
}
