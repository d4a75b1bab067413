using System.Collections.Concurrent;
using System.Diagnostics;

namespace HealthCode.Tests.Benchmarks;

/// <summary>Requests that arrive by the clock, at random as people do, whether or not earlier ones are answered: a slow server is not spared.</summary>
/// <param name="perSecond">How many on average.</param>
/// <param name="act">The i-th request.</param>
/// <param name="regular">At equal intervals instead, the first after half of one: for what is rare.</param>
internal sealed class Arrivals(double perSecond, Func<int, Task> act, bool regular = false)
{
    private readonly ConcurrentBag<(TimeSpan At, TimeSpan Took)> _answers = [];

    /// <summary>Until the last one is answered.</summary>
    public async Task RunAsync(int from, TimeSpan duration)
    {
        var chance = new Random(from + (int)(perSecond * 1_000));
        List<Task> waiting = [];
        var begin = Stopwatch.GetTimestamp();
        var next = TimeSpan.Zero;
        for (var i = from; ; i++)
        {
            next += TimeSpan.FromSeconds((!regular ? -Math.Log(1 - chance.NextDouble()) : i == from ? 0.5 : 1) / perSecond);
            if (next >= duration)
            {
                break;
            }

            if (next - Stopwatch.GetElapsedTime(begin) is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause);
            }

            waiting.Add(RequestAsync(i, next));
            waiting.RemoveAll(task => task.IsCompletedSuccessfully);
        }

        await Task.WhenAll(waiting);
    }

    /// <summary>What those waited that came after the warm-up.</summary>
    public List<TimeSpan> TimesAfter(TimeSpan warmUp) => [.. _answers.Where(answer => answer.At >= warmUp).Select(answer => answer.Took)];

    private async Task RequestAsync(int i, TimeSpan at)
    {
        var began = Stopwatch.GetTimestamp();
        await act(i);
        _answers.Add((at, Stopwatch.GetElapsedTime(began)));
    }
}
