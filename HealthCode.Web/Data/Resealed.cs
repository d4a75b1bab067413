namespace HealthCode.Web.Data;

/// <summary>重新加密的结果.</summary>
/// <param name="Rows">Rows that were closed anew.</param>
/// <param name="Broken">Rows of which something does not open: table, row and column.</param>
public sealed record Resealed(long Rows, IReadOnlyList<string> Broken);
