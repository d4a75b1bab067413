using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>A backup passphrase, and access to a server's backups.</summary>
public static class BackupCase
{
    public const string Passphrase = "村口老枣树下有三口水井";

    /// <summary>Created once, because the key derivation takes half a second.</summary>
    private static readonly Lazy<byte[]> Kept = new(() => BackupKeyPair.Make(Passphrase + "2020").ToBytes());

    /// <summary>The passphrase that decrypts the backups.</summary>
    public static string RestorePassphrase => Passphrase + "2020";

    /// <summary>For opening database files.</summary>
    public static IDatabaseEngine Engine { get; } = DatabaseEngines.For(new(Path.GetTempPath()), null);

    /// <summary>The engine of a data folder, which may be a new one to restore into.</summary>
    public static IDatabaseEngine EngineOf(string folder)
    {
        TestDatabase.Create(folder);
        return DatabaseEngines.For(new(folder), TestDatabase.ConnectionString(folder));
    }

    /// <summary>The engine of a running server.</summary>
    public static IDatabaseEngine EngineOf(OfficeServer server) => server.Services.GetRequiredService<IDatabaseEngine>();

    /// <summary>The faults of a database file.</summary>
    public static IReadOnlyList<string> FaultsIn(string file)
    {
        using var database = Engine.OpenCopy(file);
        return database.Faults();
    }

    public static BackupKeyPair KeyPair => BackupKeyPair.Of(Kept.Value);

    /// <summary>Sets the passphrase, dated by the server's clock, and the second folder.</summary>
    public static Task LockAsync(this OfficeServer server, string second = "") => server.InDbAsync(db => db.InOneTransactionAsync(() =>
    {
        var plan = new BackupPlan();
        plan.SetKeyPair(Kept.Value, server.Clock.GetUtcNow());
        plan.CopyTo(second);
        db.BackupPlans.Add(plan);
        return Task.CompletedTask;
    }));

    /// <summary>Makes a backup and returns its path.</summary>
    public static async Task<string> BackUpAsync(this OfficeServer server)
    {
        await server.Services.GetRequiredService<BackupRunner>().MakeAsync();
        var files = server.Services.GetRequiredService<BackupFiles>();
        return Path.Combine(files.Folder, files.All()[0].Name);
    }

    /// <summary>The backup folder of a server.</summary>
    public static string Folder(OfficeServer server) => Path.Combine(server.Folder, "backups");

    /// <summary>Names of all files in the backup folder.</summary>
    public static IReadOnlyList<string> FileNames(OfficeServer server) => Directory.Exists(Folder(server))
        ? [.. Directory.GetFiles(Folder(server)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Path of a folder in the temporary folder that does not exist yet.</summary>
    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "healthcode-test-" + Guid.NewGuid().ToString("n"));

    /// <summary>Path of a server's database file.</summary>
    public static string Database(OfficeServer server) => new DataFolder(server.Folder).Database;

    /// <summary>Adds a row with a dangling foreign key, which is only noticed when a backup is checked.</summary>
    public static void Orphan(OfficeServer server)
    {
        server.Tamper("INSERT INTO AspNetUserRoles (UserId, RoleId) VALUES ('nobody', 'nothing')");
    }
}
