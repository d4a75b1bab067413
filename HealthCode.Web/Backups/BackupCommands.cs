using System.Data.Common;
using System.Globalization;
using System.Text;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Backups;

/// <summary>命令行的备份和恢复 — <c>backup [--data FOLDER]</c>, <c>restore --from FILE --data FOLDER</c>.</summary>
public static class BackupCommands
{
    private const int Attempts = 3;
    private const string Usage = "用法：backup [--data 数据目录]\n      restore --from 备份文件 --data 新文件夹";

    /// <summary>Runs the command; null if the arguments contain none and the server should start.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="addOffice">Registers the services of the office, as for the server.</param>
    /// <returns>0 on success, 1 on failure, 2 on wrong arguments.</returns>
    public static async Task<int?> RunAsync(string[] args, Action<WebApplicationBuilder> addOffice)
    {
        if (args is not [("backup" or "restore") and var verb, .. var rest])
        {
            return null;
        }

        if (!TryRead(rest, out var options) || (verb == "restore" && !(options.ContainsKey("--from") && options.ContainsKey("--data"))))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var folder = Path.GetFullPath(options.GetValueOrDefault("--data") ?? Environment.GetEnvironmentVariable(DataFolder.Setting) ?? "data");
            await Console.Out.WriteLineAsync(verb == "backup" ? await BackUpAsync(folder, addOffice) : Restore(options["--from"], folder));
            return 0;
        }
        catch (Exception fault) when (fault is BackupRefusedException or RuleBrokenException or CannotStartException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"没有做成：{DataFaults.SentenceOf(fault) ?? DataFaults.OfSomeKind + "刚换了新版本的，请先启动一次程序。"}");
        }

        return 1;
    }

    private static async Task<string> BackUpAsync(string folder, Action<WebApplicationBuilder> addOffice)
    {
        if (!EngineOf(folder).Exists)
        {
            RequireReadable(folder);
            throw new BackupRefusedException($"{folder} 里没有数据库，没有什么可以备份。请核对数据目录。");
        }

        var builder = WebApplication.CreateBuilder(CommandLine.Options([]));
        builder.Configuration[DataFolder.Setting] = folder;
        addOffice(builder);
        await using var program = builder.Build();
        return await program.Services.GetRequiredService<BackupRunner>().MakeAsync();
    }

    private static IDatabaseEngine EngineOf(string folder) => DatabaseEngines.For(new(folder), Environment.GetEnvironmentVariable(DatabaseEngines.Setting));

    /// <summary>Without read permission the folder would look empty.</summary>
    private static void RequireReadable(string folder) =>
        _ = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();

    private static string Restore(string from, string folder)
    {
        RequireReadable(folder);
        var engine = EngineOf(folder);
        BackupRestorer.Require(engine, from, folder);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var manifest = BackupRestorer.Restore(engine, from, folder, Passphrase());
                return string.Create(CultureInfo.InvariantCulture, $"""
                    已恢复：{string.Join('、', manifest.Offices)}，{manifest.MadeAt.Chinese()} 的备份。
                    申报 {manifest.Rows.GetValueOrDefault("Declarations")} 份，通行卡 {manifest.Rows.GetValueOrDefault("Passes")} 张；密钥、公章图样和用户都在。
                    数据目录：{folder}
                    启动时把环境变量 {DataFolder.Setting} 设成这个文件夹。那以后录的要按纸质表补录。
                    """);
            }
            catch (BackupRefusedException refusal) when (refusal.InnerException is System.Security.Cryptography.CryptographicException && attempt < Attempts && !Console.IsInputRedirected)
            {
                Console.Error.WriteLine(refusal.Message);
            }
        }
    }

    /// <summary>Read from the keyboard without echo, or the first line of redirected input.</summary>
    private static string Passphrase()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        Console.Error.Write("备份口令（打字时不显示，打完按回车）：");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static bool TryRead(string[] words, out Dictionary<string, string> options)
    {
        options = [];
        for (var i = 0; i < words.Length; i += 2)
        {
            if (words[i] is not ("--data" or "--from") || i + 1 == words.Length || words[i + 1].Length == 0 || !options.TryAdd(words[i], words[i + 1]))
            {
                return false;
            }
        }

        return true;
    }
}
