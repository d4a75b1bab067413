using System.Data.Common;
using System.Globalization;
using System.Text;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Backups;

/// <summary>命令行的备份和恢复 — <c>backup [--data FOLDER]</c>, <c>restore --from FILE --data FOLDER</c>; <c>import --from FILE</c> brings a village's backup into a county.</summary>
public static class BackupCommands
{
    private const int Attempts = 3;
    private const string Usage = "用法：backup [--data 数据目录]\n      restore --from 备份文件 --data 新文件夹\n      import --from 村里的备份文件 [--data 县里这台服务器的数据目录]";

    /// <summary>Runs the command; null if the arguments contain none and the server should start.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="addOffice">Registers the services of the office, as for the server.</param>
    /// <returns>0 on success, 1 on failure, 2 on wrong arguments.</returns>
    public static async Task<int?> RunAsync(string[] args, Action<WebApplicationBuilder> addOffice)
    {
        if (args is not [("backup" or "restore" or "import") and var verb, .. var rest])
        {
            return null;
        }

        if (!TryRead(rest, out var options) || (verb != "backup" && !options.ContainsKey("--from")) || (verb == "restore" && !options.ContainsKey("--data")))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var folder = Path.GetFullPath(options.GetValueOrDefault("--data") ?? Environment.GetEnvironmentVariable(DataFolder.Setting) ?? "data");
            await Console.Out.WriteLineAsync(verb switch
            {
                "backup" => await BackUpAsync(folder, addOffice),
                "import" => await ImportAsync(options["--from"], folder, addOffice),
                _ => await RestoreAsync(options["--from"], folder),
            });
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

        await using var program = ProgramOver(folder, addOffice);
        return await program.Services.GetRequiredService<BackupRunner>().MakeAsync();
    }

    private static WebApplication ProgramOver(string folder, Action<WebApplicationBuilder> addOffice)
    {
        var builder = WebApplication.CreateBuilder(CommandLine.Options([]));
        builder.Configuration[DataFolder.Setting] = folder;
        addOffice(builder);
        return builder.Build();
    }

    private static async Task<string> ImportAsync(string from, string folder, Action<WebApplicationBuilder> addOffice)
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(DatabaseEngines.Setting)))
        {
            throw new BackupRefusedException($"没有设 {DatabaseEngines.Setting}，不知道搬到哪个县的数据库。村里换电脑请用恢复。");
        }

        BackupRestorer.RequireBackup(from);
        await using var program = ProgramOver(folder, addOffice);
        RequireCurrent(program.Services.GetRequiredService<IDatabaseEngine>());
        await using var village = await AskingAsync(passphrase => VillageBackup.OpenAsync(from, passphrase, program.Services.GetRequiredService<DataFolder>().Temporary, addOffice));
        await using var scope = program.Services.CreateScopeFor(new SystemUser("import"));
        var result = await scope.ServiceProvider.GetRequiredService<CountyImport>().ImportAsync(village, step => Console.Error.WriteLine("==> " + step));
        return string.Create(CultureInfo.InvariantCulture, $"""
            已搬入：{string.Join('、', result.Offices)}，{village.Manifest.MadeAt.Chinese()} 的备份。
            申报 {result.Declarations} 份，通行卡 {result.Passes} 张；用户、密钥、公章图样都在；审计 {result.AuditRecords} 条照原样归档。
            {string.Join('\n', result.Notes.Append("村里那台电脑从现在起只能看，不要再录：那里以后录的不会到县里来。"))}
            """);
    }

    private static void RequireCurrent(IDatabaseEngine engine)
    {
        using var database = engine.Open();
        if (engine.VersionOf(database.Migrations) != SchemaVersion.Current)
        {
            throw new BackupRefusedException("县里的数据库和这个版本的程序不一样新。请先启动一次县里的服务器（它会建表、升级），再搬。");
        }
    }

    /// <summary>Asks again after a wrong passphrase, if there is somebody to ask.</summary>
    private static async Task<T> AskingAsync<T>(Func<string, Task<T>> open)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await open(Passphrase());
            }
            catch (BackupRefusedException refusal) when (refusal.InnerException is System.Security.Cryptography.CryptographicException && attempt < Attempts && !Console.IsInputRedirected)
            {
                await Console.Error.WriteLineAsync(refusal.Message);
            }
        }
    }

    private static IDatabaseEngine EngineOf(string folder) => DatabaseEngines.For(new(folder), Environment.GetEnvironmentVariable(DatabaseEngines.Setting));

    /// <summary>Without read permission the folder would look empty.</summary>
    private static void RequireReadable(string folder) =>
        _ = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();

    private static async Task<string> RestoreAsync(string from, string folder)
    {
        RequireReadable(folder);
        var engine = EngineOf(folder);
        BackupRestorer.Require(engine, from, folder);
        var master = MasterKey.From(Environment.GetEnvironmentVariable(MasterKey.Setting));
        var manifest = await AskingAsync(passphrase => Task.FromResult(BackupRestorer.Restore(engine, from, DataFolder.Named(folder, Environment.GetEnvironmentVariable(DataFolder.SharedSetting)), master, passphrase)));
        return string.Create(CultureInfo.InvariantCulture, $"""
            已恢复：{string.Join('、', manifest.Offices)}，{manifest.MadeAt.Chinese()} 的备份。
            申报 {manifest.Rows.GetValueOrDefault("Declarations")} 份，通行卡 {manifest.Rows.GetValueOrDefault("Passes")} 张；密钥、公章图样和用户都在。
            数据目录：{folder}
            启动时把环境变量 {DataFolder.Setting} 设成这个文件夹。那以后录的要按纸质表补录。
            """);
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
