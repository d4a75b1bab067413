using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>An office that has a passphrase, and its backups.</summary>
public static class BackupCase
{
    public const string Passphrase = "村口老枣树下有三口水井";

    /// <summary>Half a second of arithmetic, done once.</summary>
    private static readonly Lazy<byte[]> Kept = new(() => BackupKeyPair.Make(Passphrase + "2020").ToBytes());

    /// <summary>What opens them.</summary>
    public static string Opens => Passphrase + "2020";

    /// <summary>Looks into database files.</summary>
    public static IDatabaseEngine Engine { get; } = DatabaseEngines.For(new(Path.GetTempPath()));

    public static BackupKeyPair Lock => BackupKeyPair.Of(Kept.Value);

    /// <summary>Sets the passphrase, now by the server's clock.</summary>
    public static Task LockAsync(this OfficeServer server, string second = "") => server.InDbAsync(db => db.InOneTransactionAsync(() =>
    {
        var plan = new BackupPlan();
        plan.SetKeyPair(Kept.Value, server.Clock.GetUtcNow());
        plan.CopyTo(second);
        db.BackupPlans.Add(plan);
        return Task.CompletedTask;
    }));

    /// <summary>Makes a backup and gives its path.</summary>
    public static async Task<string> BackUpAsync(this OfficeServer server)
    {
        await server.Services.GetRequiredService<BackupRunner>().MakeAsync();
        var files = server.Services.GetRequiredService<BackupFiles>();
        return Path.Combine(files.Folder, files.All()[0].Name);
    }

    /// <summary>Where the backups of a server lie.</summary>
    public static string Folder(OfficeServer server) => Path.Combine(server.Folder, "backups");

    /// <summary>Names of all that lies there.</summary>
    public static IReadOnlyList<string> Lying(OfficeServer server) => Directory.Exists(Folder(server))
        ? [.. Directory.GetFiles(Folder(server)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A name in the temporary folder that nothing has yet.</summary>
    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "healthcode-test-" + Guid.NewGuid().ToString("n"));

    /// <summary>The database file of a server.</summary>
    public static string Database(OfficeServer server) => new DataFolder(server.Folder).Database;

    /// <summary>Spoils what nobody looks at until a backup is checked: a row that refers to nothing.</summary>
    public static void Orphan(OfficeServer server)
    {
        using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database(server)};Pooling=False;Foreign Keys=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "INSERT INTO AspNetUserRoles (UserId, RoleId) VALUES ('nobody', 'nothing')";
        command.ExecuteNonQuery();
    }
}
