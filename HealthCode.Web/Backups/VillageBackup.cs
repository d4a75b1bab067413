using System.Security.Cryptography;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Search;

namespace HealthCode.Web.Backups;

/// <summary>村里的备份 — restored into a temporary folder with the checks of a restore, brought to this version, and opened with its own keys. Disposing it destroys the keys and deletes the folder.</summary>
public sealed class VillageBackup : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _program;

    private VillageBackup(string folder, WebApplication program, Manifest manifest, string hash) => (_folder, _program, Manifest, Hash) = (folder, program, manifest, hash);

    public Manifest Manifest { get; }

    /// <summary>SHA-256 of the backup file, hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The program over the village's data; nothing in it runs by itself.</summary>
    public IServiceProvider Services => _program.Services;

    /// <summary>Opens a backup.</summary>
    /// <param name="from">The file.</param>
    /// <param name="passphrase">Its passphrase.</param>
    /// <param name="temporary">Folder in which the temporary one is made; on a disk of this server.</param>
    /// <param name="addOffice">Registers the services of the office, as for the server.</param>
    /// <exception cref="BackupRefusedException">Wrong passphrase, damaged file, unknown version, or a county's backup.</exception>
    public static async Task<VillageBackup> OpenAsync(string from, string passphrase, string temporary, Action<WebApplicationBuilder> addOffice)
    {
        var folder = Path.Combine(temporary, BackupMaker.Scratch + Guid.NewGuid().ToString("n"));
        try
        {
            var manifest = BackupRestorer.Restore(DatabaseEngines.For(new(folder), null), from, folder, passphrase);
            if (!File.Exists(Path.Combine(folder, "keys", DataKeyStore.FileName)))
            {
                throw new BackupRefusedException("这份备份里没有数据密钥，居民资料打不开，不能搬。请换一份备份。");
            }

            return await OpenAsync(folder, manifest, HashOf(from), addOffice);
        }
        catch
        {
            Remove(folder);
            throw;
        }
    }

    /// <summary>A scope that sees all of the village.</summary>
    public AsyncServiceScope CreateScope() => Services.CreateScopeFor(new SystemUser("village"));

    public async ValueTask DisposeAsync()
    {
        var files = Services.GetRequiredService<KeyFiles>();
        foreach (var name in files.Names())
        {
            files.Destroy(name, []);
        }

        await _program.DisposeAsync();
        Remove(_folder);
    }

    private static async Task<VillageBackup> OpenAsync(string folder, Manifest manifest, string hash, Action<WebApplicationBuilder> addOffice)
    {
        var builder = WebApplication.CreateBuilder(CommandLine.Options([]));
        // The settings of this process are the county's.
        (builder.Configuration[DataFolder.Setting], builder.Configuration[DataFolder.SharedSetting], builder.Configuration[DatabaseEngines.Setting], builder.Configuration[MasterKey.Setting]) = (folder, "", "", "");
        addOffice(builder);
        builder.Logging.ClearProviders();
        var village = new VillageBackup(folder, builder.Build(), manifest, hash);
        try
        {
            await village.Services.MigrateAsync();
            await using var scope = village.CreateScope();
            await scope.ServiceProvider.GetRequiredService<OfficeDb>().IndexOldResidentsAsync();
            return village;
        }
        catch
        {
            await village.DisposeAsync();
            throw;
        }
    }

    private static string HashOf(string file)
    {
        using var bytes = File.OpenRead(file);
        return Convert.ToHexString(SHA256.HashData(bytes));
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
