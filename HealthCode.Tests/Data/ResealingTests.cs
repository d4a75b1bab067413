using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Data;

/// <summary>重新加密: an office of before there were data keys is closed at its next start, and keys belong to their database.</summary>
public sealed class ResealingTests : IAsyncLifetime
{
    private static readonly string[] Secrets = [PaperForm.Number, "18:" + PaperForm.Number, "13800001234", "样例社区3号", "CloseContact", "0951-7654321"];
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(ownKeys: true);
        var desk = await _server.AtDeskAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);
        await desk.ApprovedAsync(_server, ("Phone", "13800001234"));
        await _server.IssueAsync(250);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_lay_in_clear_is_closed_at_the_next_start_and_is_found_as_before()
    {
        await LayOpenAsync();
        Assert.Contains(PaperForm.Number, _server.StandingIn(Secrets));

        _server = await _server.RestartAsync();

        await ClosedAndFoundAsync();
    }

    [Fact]
    public async Task Cut_short_it_goes_on_at_the_next_start()
    {
        await LayOpenAsync();
        using var cut = new CancellationTokenSource();
        await using (var scope = _server.Services.CreateAsyncScope())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                scope.ServiceProvider.GetRequiredService<Resealing>().DoAsync(progress => cut.Cancel(), cut.Token));
        }

        var open = await OpenValuesAsync();
        Assert.InRange(open, 1, (4 * 251) - 1);

        _server = await _server.RestartAsync();

        await ClosedAndFoundAsync();
    }

    [Fact]
    public async Task The_next_start_after_that_writes_nothing()
    {
        var file = Path.Combine(_server.Folder, "keys", DataKeyBox.FileName);
        var (text, at) = (await File.ReadAllTextAsync(file), File.GetLastWriteTimeUtc(file));

        _server = await _server.RestartAsync();
        _ = _server.Services;

        Assert.Equal((text, at), (await File.ReadAllTextAsync(file), File.GetLastWriteTimeUtc(file)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_its_keys_or_with_others_the_program_says_so_and_starts_not(bool others)
    {
        var file = Path.Combine(_server.Folder, "keys", DataKeyBox.FileName);
        var kept = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        if (others)
        {
            await using var another = await OfficeServer.WithOfficeAsync(ownKeys: true);
            File.Copy(Path.Combine(another.Folder, "keys", DataKeyBox.FileName), file);
        }

        var strange = await _server.RestartAsync();

        var start = await OneRun.OfAsync(strange.Folder, ["--urls", $"http://127.0.0.1:{RealProgram.FreePort()}"]);

        Assert.Equal(1, start.ExitCode);
        Assert.Contains("另一套数据密钥", start.Complained, StringComparison.Ordinal);
        // It has made none of its own in their place.
        Assert.Equal(others, File.Exists(file));
        await File.WriteAllBytesAsync(file, kept);
        _server = await strange.RestartAsync();
        Assert.Equal(251, await _server.InDb(async db => (await db.Declarations.ToListAsync()).Count(form => form.Content.Person.Name.Value.StartsWith('马'))));
    }

    [Fact]
    public async Task A_row_that_does_not_open_is_named_and_the_others_go_on()
    {
        await _server.InDb(db => db.Database.ExecuteSqlRawAsync("UPDATE Passes SET ResidenceAddress = CollectedBy WHERE Id = 7"));
        var box = _server.Services.GetRequiredService<DataKeyBox>();
        await _server.InDb(db => db.InOneTransaction(() =>
        {
            box.Add();
            return Task.CompletedTask;
        }));

        await using var scope = _server.Services.CreateAsyncScope();
        var done = await scope.ServiceProvider.GetRequiredService<Resealing>().DoAsync(null, default);

        Assert.Equal(["Passes 7 ResidenceAddress"], done.Broken);
        Assert.Equal(251, (await _server.InDb(db => db.Passes.Select(pass => pass.Holder).ToListAsync())).Count);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM Passes WHERE substr(ResidenceAddress, 3, 4) <> substr(Holder, 3, 4)"));
    }

    private async Task ClosedAndFoundAsync()
    {
        _ = _server.Services;
        Assert.Empty(_server.StandingIn(Secrets));
        Assert.Equal(0, await OpenValuesAsync());
        foreach (var typed in (string[])[PaperForm.Number, "13800001234", "1234", "马德山", "mds"])
        {
            Assert.Contains("马德山", (await _server.InDb(db => db.FindDeclarations(typed))).Select(form => form.Content.Person.Name.Value));
        }

        Assert.Equal(251, await _server.InDb(db => db.Passes.Select(pass => pass.PersonKey).Distinct().CountAsync()));
        Assert.Equal("13800001234", (await _server.InDb(db => db.Declarations.OrderBy(form => form.Id).FirstAsync())).Content.Phone?.Value);
        // By the number of its card, too.
        var card = await _server.InDb(db => db.Passes.OrderBy(pass => pass.Id).Select(pass => pass.Number).FirstAsync());
        Assert.Single(await _server.InDb(db => db.FindDeclarations(card)));
    }

    /// <summary>As an earlier version had it.</summary>
    private Task LayOpenAsync() => _server.InDb(async db =>
    {
        await _server.LetSqlOpenAsync(db);
        foreach (var (table, columns) in Closed)
        {
#pragma warning disable EF1002 // Names of our own tables.
            await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET {string.Join(", ", columns.Select(column => $"{column} = opened('{table}.{column}', {column})"))}");
        }

        foreach (var table in (string[])["Declarations", "Passes"])
        {
            var paper = table == "Passes" ? "Holder, '$.Paper" : "Content, '$.Person.Paper";
            await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET PersonKey = '18:' || json_extract({paper}.Number')");
        }
#pragma warning restore EF1002

        await db.Database.ExecuteSqlRawAsync("""
            DELETE FROM SearchKeys WHERE Key LIKE 'm:%';
            INSERT INTO SearchKeys (Key, OfficeCode, DeclarationId) SELECT json_extract(Content, '$.Person.Paper.Number'), OfficeCode, Id FROM Declarations;
            INSERT INTO SearchKeys (Key, OfficeCode, DeclarationId) SELECT '13800001234', OfficeCode, Id FROM Declarations WHERE Content LIKE '%13800001234%'
            """);
    });

    private static readonly (string Table, string[] Columns)[] Closed =
    [
        ("Declarations", ["Content", "Readings"]), ("DeclarationVersions", ["Content", "Reason"]), ("ReviewDecisions", ["Findings", "Clauses", "FailedConditions", "MissingItems", "Reason"]),
        ("Passes", ["Holder", "ResidenceAddress", "CollectedBy", "EndReason"]),
    ];

    private async Task<long> OpenValuesAsync()
    {
        var open = 0L;
        foreach (var (table, columns) in Closed)
        {
            open += await CountAsync($"SELECT count(*) FROM {table} WHERE {string.Join(" OR ", columns.Select(column => $"typeof({column}) <> 'blob'"))}");
        }

        return open;
    }

    private async Task<long> CountAsync(string sql) => (await _server.RawAsync<long>(sql))[0];
}
