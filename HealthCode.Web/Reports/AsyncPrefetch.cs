using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HealthCode.Web.Reports;

/// <summary>预读 — reads rows concurrently with writing the previous ones, so that a long ledger takes the longer of the two times, not their
/// sum.</summary>
internal static class AsyncPrefetch
{
    private const int Rows = 512;
    private const int Batch = 128;

    /// <summary>The same rows in the same order, read ahead; reading is cancelled when the enumeration ends.</summary>
    public static async IAsyncEnumerable<T> AheadAsync<T>(this IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var read = Channel.CreateBounded<T>(new BoundedChannelOptions(Rows) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(
            async () =>
            {
                Exception? failed = null;
                try
                {
                    await foreach (var row in rows.WithCancellation(stop.Token))
                    {
                        await read.Writer.WriteAsync(row, stop.Token);
                    }
                }
#pragma warning disable CA1031 // the exception is rethrown to the consumer
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failed = exception;
                }

                read.Writer.Complete(failed);
            },
            CancellationToken.None);
        try
        {
            while (await read.Reader.WaitToReadAsync(cancellationToken))
            {
                while (read.Reader.TryRead(out var row))
                {
                    yield return row;
                }
            }
        }
        finally
        {
            // The database context must not be used by others until the reading has ended.
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Maps the items on several threads while the next ones are read; keeps the order.</summary>
    /// <param name="source">Enumerated sequentially.</param>
    /// <param name="make">Called on several threads concurrently.</param>
    public static async IAsyncEnumerable<TMade> InParallelAsync<TRead, TMade>(this IAsyncEnumerable<TRead> source, Func<TRead, TMade> make)
    {
        var making = new Queue<Task<TMade[]>>();
        await foreach (var batch in source.Chunk(Batch))
        {
            making.Enqueue(Task.Run(() => Array.ConvertAll(batch, each => make(each))));
            if (making.Count > Environment.ProcessorCount)
            {
                foreach (var made in await making.Dequeue())
                {
                    yield return made;
                }
            }
        }

        foreach (var rest in making)
        {
            foreach (var made in await rest)
            {
                yield return made;
            }
        }
    }
}
