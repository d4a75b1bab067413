using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HealthCode.Web.Reports;

/// <summary>预读 — rows are read while the ones before them are written: a long ledger takes the longer of the two, not their sum.</summary>
internal static class AsyncPrefetch
{
    private const int Rows = 512;
    private const int Batch = 128;

    /// <summary>The same rows in the same order; reading stops when nobody takes them any more.</summary>
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
#pragma warning disable CA1031 // whatever stopped the reading is thrown to whoever takes the rows
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
            // The desk's database is free again only when the reading has ended.
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>What is made of each, in the same order: made by the other processors while the next are read.</summary>
    /// <param name="source">Read one after the other.</param>
    /// <param name="make">Called on several threads at once.</param>
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
