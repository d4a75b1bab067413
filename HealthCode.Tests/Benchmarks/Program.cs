using HealthCode.Tests.Support;

namespace HealthCode.Tests.Benchmarks;

internal static class Program
{
    private static readonly IBenchmark[] Benchmarks =
    [
        new DurableCommits(),
        new ClerkSaves(), new CardRuns(), new ImportRuns(),
        new County(), new SearchLatency(), new TownshipSums(), new CheckIns(), new Residents(),
        new TokenChecks(), new GateChecks(), new CameraFrames(),
        new ReportRuns(),
        new PastedTexts(), new DrawingRuns(), new Posters(), new Registers(), new AuditWalks(),
        new StartUps(),
    ];

    private static async Task<int> Main(string[] names)
    {
        if (names is ["--list"])
        {
            await ListAsync(Console.Out);
            return 0;
        }

        if (names is ["--compare", var before, var after])
        {
            var compared = Comparison.Of(await File.ReadAllLinesAsync(before), await File.ReadAllLinesAsync(after));
            return compared.Print(Console.Out) == 0 ? 0 : 1;
        }

        if (names is ["fixture", var folder])
        {
            await FilledOffice.MakeAsync(folder);
            return 0;
        }

        var benchmarks = Benchmarks;
        if (names is [County.Word, ['-', ..], ..])
        {
            (benchmarks, names) = ([new County(names[1..])], [County.Word]);
        }

        var unknown = names.Except(Benchmarks.Select(benchmark => benchmark.Name)).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"No benchmark is called {string.Join(", ", unknown)}. There are:");
            await ListAsync(Console.Error);
            return 2;
        }

        // Scratch servers lie on the disk that is asked about.
        if (Environment.GetEnvironmentVariable("HEALTHCODE_DATA") is { Length: > 0 } data)
        {
            Environment.SetEnvironmentVariable("TMPDIR", data);
        }

        foreach (var benchmark in benchmarks.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name)))
        {
            await Console.Out.WriteLineAsync($"==> {benchmark.Name}: {benchmark.Purpose}");
            await benchmark.RunAsync(Console.Out);
        }

        return 0;
    }

    private static async Task ListAsync(TextWriter output)
    {
        foreach (var benchmark in Benchmarks)
        {
            await output.WriteLineAsync($"{benchmark.Name,-20} {benchmark.Purpose}");
        }
    }
}
