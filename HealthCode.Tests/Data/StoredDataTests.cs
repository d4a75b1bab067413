using HealthCode.Domain.Checkpoints;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Backups;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Data;

/// <summary>升级: a data folder and a backup of 0.2.0 are opened and restored by this version, and nothing in them is lost.</summary>
public sealed class StoredDataTests : IAsyncLifetime
{
    // Written by the framework for features that are not used.
    private static readonly string[] Empty = ["AspNetRoleClaims", "AspNetUserClaims", "AspNetUserLogins", "AspNetUserTokens", "__EFMigrationsLock"];

    private static readonly string Fixture = SourceTree.Folder("HealthCode.Tests", "Fixtures", "0.2.0");
    private readonly List<string> _folders = [];
    private OfficeServer? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folders.Where(Directory.Exists).ToList().ForEach(folder => Directory.Delete(folder, true));
    }

    [SqliteFact]
    public void It_holds_a_row_of_every_table()
    {
        var rows = RowsIn(Copied());

        Assert.Equal(Empty.Order(), rows.Where(table => table.Value == 0).Select(table => table.Key).Order());
    }

    [SqliteFact]
    public async Task Opened_every_column_is_as_it_was_the_audit_is_whole_and_the_cards_are_good()
    {
        var folder = Copied();
        var before = await ValuesAsync(folder);
        _server = OfficeServer.Over(folder);

        await OpensAsync();

        var after = await ValuesAsync(folder);
        // The audit goes on, and so do the records of work and sign-ins.
        Assert.All(before.Keys, table => Assert.Equal(before[table], before[table].Zip(after[table], WithoutNewColumns)));
    }

    [SqliteFact]
    public async Task Restored_from_its_backup_it_opens_as_well()
    {
        var folder = NewFolder();
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(Fixture, "backups")));

        var manifest = BackupRestorer.Restore(BackupCase.EngineOf(folder), backup, folder, BackupCase.RestorePassphrase);

        Assert.Equal("0.2.0", manifest.Program);
        _server = OfficeServer.Over(folder);
        await OpensAsync();
    }

    /// <summary>Whatever is encrypted opens, the audit chain holds, and a card is valid at a gate.</summary>
    private async Task OpensAsync()
    {
        var server = _server!;
        var keys = server.Services.GetRequiredService<Web.Encryption.DataKeyStore>().Keys;
        var encrypted = await server.InDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.FindAnnotation("HealthCode:Encrypted") is not null)
            .Select(property => (Table: property.DeclaringType.GetTableName()!, Column: property.GetColumnName())).ToList()));
        Assert.NotEmpty(encrypted);
        foreach (var (table, column) in encrypted)
        {
            Assert.All(await server.RawAsync<byte[]>($"SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL"), value => keys.Decrypt(value, $"{table}.{column}"));
        }

        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<AuditCheck>().VerifyAsync()).Faults);
        var card = await server.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).FirstAsync(pass => pass.HandedOverAt != null));
        Assert.Equal(CheckOutcome.Valid, (await scope.ServiceProvider.GetRequiredService<CardVerification>().VerifyAsync(await server.CodeAsync(card.Id))).Outcome);
        Assert.Equal("马德山", (await server.InDbAsync(db => db.Declarations.OrderBy(form => form.Id).FirstAsync())).Content.Person.Name.Value);
    }

    private string Copied()
    {
        var folder = NewFolder();
        foreach (var file in Directory.GetFiles(Fixture, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Fixture, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    private string NewFolder()
    {
        _folders.Add(BackupCase.NewFolder());
        return _folders[^1];
    }

    /// <summary>A row as it is now, without the columns that came after those it had.</summary>
    private static string WithoutNewColumns(string before, string after) => after.Length > before.Length && after[before.Length] == '|' ? after[..before.Length] : after;

    /// <summary>Table → its rows as they are stored, in the order of their keys.</summary>
    private static async Task<Dictionary<string, List<string>>> ValuesAsync(string folder)
    {
        await using var database = new SqliteConnection($"Data Source={new DataFolder(folder).Database};Pooling=False");
        await database.OpenAsync();
        var tables = RowsIn(folder).Keys;
        Dictionary<string, List<string>> values = [];
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            values[table] = [];
            while (await reader.ReadAsync())
            {
                values[table].Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetName(i) + "=" + (reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)))));
            }
        }

        return values;
    }

    private static IReadOnlyDictionary<string, long> RowsIn(string folder)
    {
        using var database = BackupCase.EngineOf(folder).Open();
        return database.Rows;
    }
}
