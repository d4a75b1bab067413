using System.Diagnostics;
using System.Globalization;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What an office PC notices of the program: how long it waits in the morning, and how much memory is gone in the evening.</summary>
internal sealed class StartUps : IBenchmark
{
    private const int Rounds = 20;
    private const int Starts = 5;
    private const double LimitSeconds = 3;
    private const double LimitMegabytes = 250;

    /// <summary>What is opened on a day at the desks, lists and papers, figures and files.</summary>
    private static readonly string[] Walk =
    [
        "/", "/Declarations", "/Declarations?q=马", "/Declarations/Create", "/Review", "/Passes?list=todo", "/Passes", "/Printing", "/Printing/Forms",
        "/Stock", "/Seals", "/Reports", "/Reports/Charts", "/Imports", "/Verification/Check", "/Verification/Checkpoints", "/Verification/History",
        "/Verification/StopList", "/Printing/DeclarationForm", "/Reports?handler=File&report=daily",
    ];

    public string Name => "start";

    public string Purpose => "from the start of the program to the first answer, and its memory after a day at the demo's desks";

    public async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-bench-");
        try
        {
            await StartAsync(output, "an empty data folder, everything laid out", folder.FullName);
            await StartAsync(output, "as on any morning", folder.FullName, Starts);
            await DayAsync(output, Path.Combine(folder.FullName, "demo"));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static async Task StartAsync(TextWriter output, string title, string folder, int times = 1)
    {
        List<(double Seconds, double Processor)> starts = [];
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            using var program = await RealProgram.StartAsync(folder);
            starts.Add((watch.Elapsed.TotalSeconds, program.ProcessorSeconds));
            await program.KillAsync();
        }

        var seconds = Median(starts.Select(start => start.Seconds));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: answers after {seconds:F2} s (limit {LimitSeconds:F0} s: {(seconds <= LimitSeconds ? "kept" : "missed")}), of processor time {Median(starts.Select(start => start.Processor)):F2} s"));

        double Median(IEnumerable<double> values) => values.Order().ElementAt(times / 2);
    }

    private static async Task DayAsync(TextWriter output, string folder)
    {
        Directory.CreateDirectory(folder);
        using var program = await RealProgram.StartAsync(folder, "--demo");
        var browser = new OfficeBrowser(program.Http);
        await browser.OpenAsync("/Account/Login");
        await browser.SendAsync(("登录名", "yiren"), ("密码", DemoSetUp.Password));
        var (opened, most) = (0, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var page in Walk)
            {
                using var answer = await program.Http.GetAsync(page);
                opened += answer.IsSuccessStatusCode ? 1 : 0;
                most = Math.Max(most, program.Memory.Own + program.Memory.Files);
            }
        }

        var (own, files) = program.Memory;
        var megabytes = Megabytes(own + files);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"memory after {opened} pages of the demo, as the system counts it: {megabytes:F0} MB, at most {Megabytes(most):F0} MB (limit {LimitMegabytes:F0} MB: {(megabytes <= LimitMegabytes ? "kept" : "missed")}); {Megabytes(own):F0} MB of it its own, {Megabytes(files):F0} MB the program's files as they are mapped"));
        await program.KillAsync();
    }

    private static double Megabytes(long bytes) => bytes / 1024.0 / 1024;
}
