namespace HealthCode.Web.Jobs;

/// <summary>排版进度 — progress of a print layout.</summary>
/// <param name="Done">Sheets done.</param>
/// <param name="Of">Total number of sheets; 0 while the job is queued.</param>
/// <param name="Failed">Whether the layout failed; the reason is in the log.</param>
public sealed record PrintProgress(int Done, int Of, bool Failed);
