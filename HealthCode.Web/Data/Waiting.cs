namespace HealthCode.Web.Data;

/// <summary>待办数 — how many papers wait at each desk, shown on the rail.</summary>
public sealed class Waiting
{
    private static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

    /// <summary>Desk title → number; a desk that is missing shows none.</summary>
    public Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken gone = default) =>
        gone.IsCancellationRequested ? Task.FromCanceled<IReadOnlyDictionary<string, int>>(gone) : Task.FromResult(Nothing);
}
