using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.KeyRotation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.KeyRotation;

/// <summary>重新加密: every row comes under the newest key, and keys belong to their database.</summary>
public sealed class ReencryptionTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(ownKeys: true);
        var desk = await _server.SignedInUserAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);
        await desk.ApprovedAsync(_server, ("Phone", "13800001234"));
        await _server.IssueAsync(250);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Cut_short_it_goes_on_where_rows_are_left_and_every_form_is_found_as_before()
    {
        await AddKeyAsync();
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReencryptAsync(progress => CancelOnceBegun(progress, cut), cut.Token));
        Assert.InRange(await UnderOlderKeysAsync(), 1, (4 * 251) - 1);

        var done = await ReencryptAsync(null, default);

        Assert.Empty(done.Broken);
        Assert.Equal(0, await UnderOlderKeysAsync());
        foreach (var typed in (string[])[PaperForm.Number, "13800001234", "1234", "马德山", "mds"])
        {
            Assert.Contains("马德山", (await _server.InDbAsync(db => db.FindDeclarationsAsync(typed))).Select(form => form.Content.Person.Name.Value));
        }

        Assert.Equal(251, await _server.InDbAsync(db => db.Passes.Select(pass => pass.PersonKey).Distinct().CountAsync()));
        Assert.Equal("13800001234", (await _server.InDbAsync(db => db.Declarations.OrderBy(form => form.Id).FirstAsync())).Content.Phone?.Value);
    }

    [Fact]
    public async Task A_draft_whose_key_is_no_number_is_reencrypted_too()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(
            db.Drafts.Add(DeclarationDraft.Begin("a1", "640104001001", "yiren", "{}", "马德山", _server.Clock.GetUtcNow())))));
        await AddKeyAsync();

        await ReencryptAsync(null, default);

        Assert.Equal(1, await CountAsync("SELECT count(DISTINCT substr(Fields, 3, 4)) FROM (SELECT Fields FROM Drafts UNION ALL SELECT Content FROM Declarations) AS kept"));
        Assert.Equal("马德山", await _server.InDbAsync(db => db.Drafts.IgnoreQueryFilters().Select(draft => draft.PersonName).SingleAsync()));
    }

    [Fact]
    public async Task The_next_start_after_that_writes_nothing()
    {
        var file = Path.Combine(_server.Folder, "keys", DataKeyStore.FileName);
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
        var file = Path.Combine(_server.Folder, "keys", DataKeyStore.FileName);
        var kept = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        if (others)
        {
            await using var another = await OfficeServer.WithOfficeAsync(ownKeys: true);
            File.Copy(Path.Combine(another.Folder, "keys", DataKeyStore.FileName), file);
        }

        var strange = await _server.RestartAsync();

        var start = await ProcessRun.OfAsync(strange.Folder, ["--urls", $"http://127.0.0.1:{RealProgram.FreePort()}"]);

        Assert.Equal(1, start.ExitCode);
        Assert.Contains("另一套数据密钥", start.Error, StringComparison.Ordinal);
        // It has made none of its own in their place.
        Assert.Equal(others, File.Exists(file));
        await File.WriteAllBytesAsync(file, kept);
        _server = await strange.RestartAsync();
        Assert.Equal(251, await _server.InDbAsync(async db => (await db.Declarations.ToListAsync()).Count(form => form.Content.Person.Name.Value.StartsWith('马'))));
    }

    [Fact]
    public async Task A_row_that_does_not_open_is_named_and_the_others_go_on()
    {
        await _server.ExecuteAsync("UPDATE Passes SET ResidenceAddress = CollectedBy WHERE Id = 7");
        await AddKeyAsync();

        var done = await ReencryptAsync(null, default);

        Assert.Equal(["Passes 7 ResidenceAddress"], done.Broken);
        Assert.Equal(251, (await _server.InDbAsync(db => db.Passes.Select(pass => pass.Holder).ToListAsync())).Count);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM Passes WHERE substr(ResidenceAddress, 3, 4) <> substr(Holder, 3, 4)"));
    }

    private Task AddKeyAsync() => _server.InDbAsync(db => db.InOneTransactionAsync(() =>
    {
        _server.Services.GetRequiredService<DataKeyStore>().Add();
        return Task.CompletedTask;
    }));

    // Tables without rows come first.
    private static void CancelOnceBegun(ReencryptionProgress progress, CancellationTokenSource cut)
    {
        if (progress.Done > 0)
        {
            cut.Cancel();
        }
    }

    private async Task<ReencryptionResult> ReencryptAsync(Action<ReencryptionProgress>? told, CancellationToken cancellationToken)
    {
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        return await scope.ServiceProvider.GetRequiredService<Reencryption>().DoAsync(told, cancellationToken);
    }

    private static readonly (string Table, string[] Columns)[] Closed =
    [
        ("Declarations", ["Content", "TemperatureReadings"]), ("DeclarationVersions", ["Content", "Reason"]), ("ReviewDecisions", ["Findings", "Clauses", "FailedConditions", "MissingItems", "Reason"]),
        ("Passes", ["Holder", "ResidenceAddress", "CollectedBy", "EndReason"]),
    ];

    /// <summary>Rows with a value that is not under the newest key.</summary>
    private async Task<long> UnderOlderKeysAsync()
    {
        var number = _server.Services.GetRequiredService<DataKeyStore>().Keys.Set.Current.Number.ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
        var rows = 0L;
        foreach (var (table, columns) in Closed)
        {
            rows += await CountAsync($"SELECT count(*) FROM {table} WHERE {string.Join(" OR ", columns.Select(column => $"hex(substr({column}, 3, 4)) <> '{number}'"))}");
        }

        return rows;
    }

    private async Task<long> CountAsync(string sql) => (await _server.RawAsync<long>(sql))[0];
}
