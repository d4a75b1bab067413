using System.Diagnostics;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Support;

/// <summary>Runs the program as a process that ends: a command, or a start that is refused.</summary>
public sealed record ProcessRun(int ExitCode, string Output, string Error)
{
    /// <summary>Starts the program with a data folder and waits for its exit.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="words">Command line arguments.</param>
    /// <param name="typed">One line of standard input.</param>
    public static async Task<ProcessRun> OfAsync(string folder, IReadOnlyList<string> words, string typed = "")
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OfficeClock).Assembly.Location, .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(OfficeClock).Assembly.Location)!,
            Environment = { [DataFolder.Setting] = folder },
        };
        // The database of the folder that the command is about.
        var data = words.SkipWhile(word => word != "--data").ElementAtOrDefault(1) ?? folder;
        if (TestDatabase.ConnectionString(data) is { } database)
        {
            TestDatabase.Create(data);
            start.Environment[DatabaseEngines.Setting] = database;
        }

        using var program = Process.Start(start)!;
        var (said, complained) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        try
        {
            await program.StandardInput.WriteLineAsync(typed);
            program.StandardInput.Close();
        }
        catch (IOException)
        {
            // A command that reads no input may have ended already.
        }

        await program.WaitForExitAsync();
        return new(program.ExitCode, await said, await complained);
    }
}
