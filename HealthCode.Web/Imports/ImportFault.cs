namespace HealthCode.Web.Imports;

/// <summary>An error in one cell.</summary>
/// <param name="Row">Row number in the spreadsheet, from 1.</param>
/// <param name="Title">Title of the column.</param>
/// <param name="Sentence">Message for the user.</param>
public sealed record ImportFault(int Row, string Title, string Sentence);
