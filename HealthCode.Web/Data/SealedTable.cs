namespace HealthCode.Web.Data;

/// <summary>A table with encrypted columns.</summary>
/// <param name="Name">The table.</param>
/// <param name="Key">Its primary key, one column.</param>
/// <param name="Columns">The encrypted ones.</param>
public sealed record SealedTable(string Name, string Key, IReadOnlyList<string> Columns);
