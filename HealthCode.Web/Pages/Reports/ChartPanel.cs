namespace HealthCode.Web.Pages.Reports;

/// <summary>一张图 and the same numbers as a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Note">How to read it.</param>
/// <param name="Columns">Over the table.</param>
/// <param name="Rows">In the table a whole word, under the bar a short one, and the values; null where there is none.</param>
public sealed record ChartPanel(string Title, string Note, IReadOnlyList<string> Columns, IReadOnlyList<(string Word, string Short, IReadOnlyList<decimal?> Values)> Rows);
