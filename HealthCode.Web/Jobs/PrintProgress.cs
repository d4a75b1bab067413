namespace HealthCode.Web.Jobs;

/// <summary>排版进度.</summary>
/// <param name="Done">Sheets laid out.</param>
/// <param name="Of">Sheets in all; 0 while it waits its turn.</param>
/// <param name="Failed">It could not be laid out; the log says why.</param>
public sealed record PrintProgress(int Done, int Of, bool Failed);
