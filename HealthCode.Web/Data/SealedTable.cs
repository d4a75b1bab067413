namespace HealthCode.Web.Data;

/// <summary>A table that holds something closed.</summary>
/// <param name="Name">The table.</param>
/// <param name="Closed">Columns that lie closed.</param>
/// <param name="LookedUp">Columns that hold the mark of a person.</param>
public sealed record SealedTable(string Name, IReadOnlyList<string> Closed, IReadOnlyList<string> LookedUp)
{
    /// <summary>Every column, the closed ones first.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Closed, .. LookedUp];
}
