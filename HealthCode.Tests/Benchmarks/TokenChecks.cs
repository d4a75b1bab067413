using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Benchmarks;

/// <summary>How many codes of cards a gate believes in a second, beside what openssl makes of the same curve on the same machine.</summary>
/// <remarks>openssl counts seconds of its processor and not of the clock; so the share is reckoned, which what else the machine does hardly touches.</remarks>
internal sealed class TokenChecks : IBenchmark
{
    private const double LimitPercent = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    public string Name => "tokens";

    public string Purpose => "codes of cards checked and signed a second, on one thread and on two; beside openssl's ECDSA P-256";

    public async Task RunAsync(TextWriter output)
    {
        using var key = PublishedVector.Key();
        var list = new TrustList([key.Trusted]);
        var texts = Enumerable.Range(1, 64).Select(i => key.Sign(PublishedVector.Token(i))).ToArray();
        void Check(int i) => Require(list.Read(texts[i % texts.Length]).Validity == TokenValidity.Genuine);
        void Sign(int i) => key.Sign(PublishedVector.Token(1 + (i % 1000)));

        await PerSecondAsync(1, WarmUp, Check);
        var raw = await OpenSslAsync();
        await output.WriteLineAsync(raw is null ? "raw: openssl not installed" : Line($"raw: openssl {raw.Value.Checks:F0} checks/s, {raw.Value.Signatures:F0} signatures/s on one core"));
        foreach (var threads in new[] { 1, 2 })
        {
            var before = Environment.CpuUsage.TotalTime;
            var checks = await PerSecondAsync(threads, Measured, Check);
            var perCore = checks * Measured.TotalSeconds / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            await output.WriteLineAsync(Line($"checks on {threads} thread(s): {checks:F0}/s by the clock, {perCore:F0} a second of one core{Beside(perCore, raw?.Checks)}"));
        }

        await output.WriteLineAsync(Line($"signatures on one thread: {await PerSecondAsync(1, Measured, Sign):F0}/s"));
    }

    private static async Task<double> PerSecondAsync(int threads, TimeSpan duration, Action<int> act)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var (start, count) = (Stopwatch.GetTimestamp(), 0);
                while (Stopwatch.GetElapsedTime(start) < duration)
                {
                    act(count++);
                }

                return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return counts.Sum();
    }

    private static string Beside(double checks, double? raw) => raw is not { } ceiling ? ""
        : Line($", {checks / ceiling * 100:F0} % of openssl (limit {LimitPercent:F0} %: {(checks / ceiling * 100 >= LimitPercent ? "kept" : "missed")})");

    /// <summary>The last two columns of its last line: signatures and checks a second. Null when there is no openssl.</summary>
    private static async Task<(double Signatures, double Checks)?> OpenSslAsync()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", ["speed", "-seconds", "2", "ecdsap256"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (text, _) = (await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync());
            var columns = text.Split('\n').Last(line => line.Contains("nistp256", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (Number(columns[^2]), Number(columns[^1]));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("A genuine code was refused: the figures would not mean checks.");
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
