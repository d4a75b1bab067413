using System.Diagnostics;
using System.Globalization;
using HealthCode.Tests.Support;
using HealthCode.Web.Checkpoints;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What a frame of a gate's camera costs the server: the JPEG decoded and searched for a code.</summary>
internal sealed class CameraFrames : IBenchmark
{
    private const int Threads = 2;
    private const double LimitMilliseconds = 150;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    public string Name => "camera";

    public string Purpose => "frames of 1280 × 720 decoded by two threads at once, with a card and without";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var code = await server.CodeAsync(Assert.Single(await server.IssueAsync(1)));
        foreach (var (title, picture, text) in new (string, CameraPicture, string?)[]
        {
            ("a card at 15 cm", new() { Module = 5 }, code),
            ("a card at 30 cm", new() { Module = 2.5, Blur = 0.4 }, code),
            ("turned, slanted, out of focus", new() { Module = 5, Turned = 30, Slanted = 0.1, Blur = 1.5 }, code),
            ("no code in it", new(), null),
        })
        {
            var jpeg = picture.Jpeg(text);
            await DecodeAsync(jpeg, text, WarmUp);
            var times = Percentiles.Of(await DecodeAsync(jpeg, text, Measured));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{title} ({jpeg.Length / 1000} kB), {Threads} threads: {times} (limit p95 {LimitMilliseconds:F0} ms: {(times.P95 <= LimitMilliseconds ? "kept" : "missed")})"));
        }
    }

    private static async Task<IReadOnlyList<TimeSpan>> DecodeAsync(byte[] jpeg, string? text, TimeSpan duration)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                List<TimeSpan> own = [];
                for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
                {
                    var began = Stopwatch.GetTimestamp();
                    if (!CameraFrame.TryRead(jpeg, out var code, out var fault) || code != text)
                    {
                        throw new InvalidOperationException($"The frame was not read as it should be: {fault}");
                    }

                    own.Add(Stopwatch.GetElapsedTime(began));
                }

                return own;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return [.. times.SelectMany(own => own)];
    }
}
