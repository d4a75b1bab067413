using System.Diagnostics;
using System.Globalization;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What an office PC notices of the program: how long it waits in the morning, and how much memory is gone in the evening.</summary>
internal sealed class StartUps : IBenchmark
{
    private const int Rounds = 20;
    private const double LimitSeconds = 5;
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

    public async Task Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-bench-");
        try
        {
            await StartAsync(output, "an empty data folder, everything laid out", folder.FullName);
            await StartAsync(output, "as on any morning", folder.FullName);
            await DayAsync(output, Path.Combine(folder.FullName, "demo"));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static async Task StartAsync(TextWriter output, string title, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var program = await RealProgram.StartAsync(folder);
        var seconds = watch.Elapsed.TotalSeconds;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{title}: answers after {seconds:F2} s (limit {LimitSeconds:F0} s: {(seconds <= LimitSeconds ? "kept" : "missed")})"));
        await program.KillAsync();
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
                most = Math.Max(most, program.Memory.Own);
            }
        }

        var (own, files) = program.Memory;
        var megabytes = own / 1024.0 / 1024;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"memory after {opened} pages of the demo: {megabytes:F0} MB, at most {most / 1024.0 / 1024:F0} MB (limit {LimitMegabytes:F0} MB: {(megabytes <= LimitMegabytes ? "kept" : "missed")}); besides {files / 1024.0 / 1024:F0} MB of the program's files as they are mapped"));
        await program.KillAsync();
    }
}
