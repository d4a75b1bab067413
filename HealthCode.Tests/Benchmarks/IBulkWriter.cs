namespace HealthCode.Tests.Benchmarks;

/// <summary>Puts many rows into the tables of an office's database. Its indexes are taken away meanwhile and made again as the migrations made them.</summary>
internal interface IBulkWriter : IAsyncDisposable
{
    /// <summary>Takes the indexes away.</summary>
    Task BeginAsync(IReadOnlyList<EntityRows> tables);

    /// <summary>Adds rows.</summary>
    Task WriteAsync(EntityRows table, IReadOnlyList<object?[]> rows);

    /// <summary>Makes the indexes again, and what else an office's database has after a while.</summary>
    Task EndAsync();
}
