namespace HealthCode.Web.Imports;

/// <summary>A row as it lies in the file.</summary>
/// <param name="Number">As the spreadsheet counts it, from 1.</param>
/// <param name="Cells">Those that say something, from left to right.</param>
/// <param name="IsHidden">Whether nobody sees it: filtered away, or hidden by hand.</param>
internal sealed record SheetLine(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false);
