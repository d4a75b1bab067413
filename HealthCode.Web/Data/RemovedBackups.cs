namespace HealthCode.Web.Data;

/// <summary>删掉的备份.</summary>
/// <param name="Count">How many were deleted.</param>
/// <param name="Left">Names of those in the second place that could not be.</param>
public sealed record RemovedBackups(int Count, IReadOnlyList<string> Left);
