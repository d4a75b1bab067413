namespace HealthCode.Web.Imports;

/// <summary>What is wrong with one cell.</summary>
/// <param name="Row">As the spreadsheet counts it.</param>
/// <param name="Title">The column.</param>
/// <param name="Sentence">For who typed it.</param>
public sealed record ImportFault(int Row, string Title, string Sentence);
