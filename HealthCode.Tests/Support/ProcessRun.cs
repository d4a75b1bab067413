using System.Diagnostics;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Support;

/// <summary>The program as a command that ends, or as a start that is refused.</summary>
public sealed record ProcessRun(int ExitCode, string Said, string Complained)
{
    /// <summary>Starts it over a data folder and waits for its end.</summary>
    /// <param name="folder">Of the data.</param>
    /// <param name="words">Behind the program's name.</param>
    /// <param name="typed">What is typed into it.</param>
    public static async Task<ProcessRun> OfAsync(string folder, IReadOnlyList<string> words, string typed = "")
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(OfficeClock).Assembly.Location, .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(OfficeClock).Assembly.Location)!,
            Environment = { [DataFolder.Setting] = folder },
        })!;
        var (said, complained) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        try
        {
            await program.StandardInput.WriteLineAsync(typed);
            program.StandardInput.Close();
        }
        catch (IOException)
        {
            // A command that asks nothing has ended already.
        }

        await program.WaitForExitAsync();
        return new(program.ExitCode, await said, await complained);
    }
}
