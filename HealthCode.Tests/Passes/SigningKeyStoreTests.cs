using System.Security.Cryptography;
using System.Text;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Passes;

/// <summary>钥匙串 — made at set-up, renewed by the year, never lost for the cards that were signed.</summary>
public sealed class SigningKeyStoreTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    private SigningKeyStore Keys => _server.Services.GetRequiredService<SigningKeyStore>();

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Set_up_makes_the_first_key()
    {
        await using var server = new OfficeServer();
        var village = await server.FirstVillageAsync();
        var browser = await server.Browser().OpenAsync($"/Setup?Code={village.Value}");

        await browser.SendAsync(
            ("核发机构联系方式", "0951-1234567"), ("监督电话", "12345"), ("登录名", "wang"), ("姓名", "王会计"), ("密码", OfficeServer.Password), ("再输一次密码", OfficeServer.Password));

        Assert.Equal("/", browser.Address);
        var (key, kept) = await server.InDbAsync(async db => (await db.TrustedKeys.SingleAsync(), await db.SigningKeys.SingleAsync()));
        Assert.Equal((village.Value, 1, (DateOnly?)null), (key.OfficeCode, key.Number, key.LastDay));
        Assert.Equal((village.Value, 1, new DateOnly(2020, 3, 5)), (kept.OfficeCode, kept.Number, kept.MadeOn));
    }

    [Fact]
    public async Task The_first_key_signs_for_every_day_on_which_cards_could_be_issued()
    {
        var key = Assert.Single(await OwnAsync()).Trusted;

        Assert.True(key.SignsFor(LawfulCase.Pack.FirstDay));
        Assert.False(key.SignsFor(LawfulCase.Pack.FirstDay.AddDays(-1)));
        Assert.True(key.SignsFor(new(2030, 12, 31)));
    }

    [Fact]
    public async Task An_office_of_before_there_were_keys_gets_one_at_its_first_print()
    {
        var desk = await _server.SignedInUserAsync("yiren", await CodeAsync(), Roles.Clerk, Roles.Reviewer);
        var pass = await desk.ApprovedAsync(_server);
        Assert.Equal(0, await _server.InDbAsync(db => db.SigningKeys.CountAsync()));

        using var pdf = await desk.Http.GetAsync($"/Printing/Card/{pass}");

        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal(1, await _server.InDbAsync(db => db.SigningKeys.CountAsync()));
        Assert.Equal(TokenValidity.Genuine, (await ReadAsync(pass)).Validity);
    }

    [Fact]
    public async Task Of_many_who_print_first_at_once_only_one_makes_the_key()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OwnAsync)));

        Assert.Equal(1, await _server.InDbAsync(db => db.TrustedKeys.CountAsync()));
        Assert.Single(found.Select(own => Assert.Single(own).Trusted.Fingerprint).Distinct());
    }

    [Fact]
    public async Task A_renewed_key_signs_new_cards_and_the_old_ones_still_verify()
    {
        var old = Assert.Single(await _server.IssueAsync(1));
        var code = await _server.CodeAsync(old);
        _server.Clock.Advance(TimeSpan.FromDays(2));
        await RenewAsync();
        var fresh = Assert.Single(await _server.IssueAsync(1, from: 1));

        var reading = (await Keys.TrustedAsync()).Read(code);
        Assert.Equal((TokenValidity.Genuine, 1), (reading.Validity, reading.Key!.Number));
        Assert.Equal(1, (await ReadAsync(old)).Key!.Number);
        var second = await ReadAsync(fresh);
        Assert.Equal((TokenValidity.Genuine, 2), (second.Validity, second.Key!.Number));
    }

    [Fact]
    public async Task A_card_issued_on_the_day_of_the_renewal_verifies_whether_before_it_or_after()
    {
        var before = await _server.CodeAsync(Assert.Single(await _server.IssueAsync(1)));
        await RenewAsync();
        var after = await _server.CodeAsync(Assert.Single(await _server.IssueAsync(1, from: 1)));

        var list = await Keys.TrustedAsync();
        Assert.Equal((1, 2), (list.Read(before).Key!.Number, list.Read(after).Key!.Number));
    }

    [Fact]
    public async Task A_card_reprinted_for_a_lost_one_keeps_its_issue_day_and_verifies_after_the_renewal()
    {
        await _server.AddUserAsync("yiren", await CodeAsync(), Roles.Clerk, Roles.Reviewer);
        var lost = Assert.Single(await _server.IssueAsync(1));
        await _server.CodeAsync(lost);
        _server.Clock.Advance(TimeSpan.FromDays(3));
        await RenewAsync();

        var desk = await _server.SignedInAsync("yiren");
        await desk.OpenAsync($"/Passes/Reprint/{lost}");
        await desk.SendAsync(("为什么补打", "遗失"), ("经过", "赶集时丢失"));

        var reprint = await _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.ReprintOf != null));
        var reading = await ReadAsync(reprint.Id);
        Assert.Equal((TokenValidity.Genuine, 1, reprint.Number), (reading.Validity, reading.Key!.Number, reading.Token!.Number.Value));
    }

    [Fact]
    public async Task Two_renewals_on_one_day_leave_three_keys_and_nobody_without_a_signature()
    {
        var first = await _server.CodeAsync(Assert.Single(await _server.IssueAsync(1)));
        await RenewAsync();
        var second = await _server.CodeAsync(Assert.Single(await _server.IssueAsync(1, from: 1)));
        await RenewAsync();
        var third = await _server.CodeAsync(Assert.Single(await _server.IssueAsync(1, from: 2)));

        var list = await Keys.TrustedAsync();
        Assert.Equal([1, 2, 3], new[] { first, second, third }.Select(code => list.Read(code).Key!.Number));
    }

    [Fact]
    public async Task The_private_key_does_not_stand_in_the_database_in_the_clear()
    {
        var key = Assert.Single(await OwnAsync());
        var pkcs8 = key.PrivateKey();
        // RFC 5915: the number itself follows the 36 bytes that every P-256 key begins with.
        var number = pkcs8[36..68];
        var contents = await _server.ContentsAsync();

        foreach (var secret in (byte[][])[pkcs8, number, Encoding.ASCII.GetBytes(Convert.ToBase64String(number)), Encoding.ASCII.GetBytes(Convert.ToHexString(number))])
        {
            Assert.DoesNotContain(contents, content => content.AsSpan().IndexOf(secret) >= 0);
        }

        // The same search does find what stands there.
        Assert.Contains(contents, content => content.AsSpan().IndexOf(key.Trusted.PublicKey) >= 0);
        var kept = await _server.InDbAsync(db => db.SigningKeys.SingleAsync());
        Assert.ThrowsAny<CryptographicException>(() => IssuingKey.Restore(kept.EncryptedPrivateKey, key.Trusted));
    }

    // The file is copied; what a copy of the other engine needs is the same.
    [SqliteFact]
    public async Task A_database_copied_beside_another_key_folder_signs_nothing()
    {
        var pass = Assert.Single(await _server.IssueAsync(1));
        await _server.CodeAsync(pass);
        await using var thief = new OfficeServer();
        using (var from = new SqliteConnection($"Data Source={Path.Combine(_server.Folder, "healthcode.db")};Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={Path.Combine(thief.Folder, "healthcode.db")};Pooling=False"))
        {
            await from.OpenAsync();
            await to.OpenAsync();
            from.BackupDatabase(to);
        }

        await Assert.ThrowsAsync<CryptographicException>(() => thief.CodeAsync(pass));
    }

    [Theory]
    [InlineData(364, 1)]
    [InlineData(365, 2)]
    [InlineData(366, 2)]
    [InlineData(3000, 2)]
    public async Task A_key_is_renewed_when_it_has_signed_for_a_year_not_before_and_once(int days, int keys)
    {
        await OwnAsync();
        _server.Clock.Advance(TimeSpan.FromDays(days));

        await RenewDueAsync();
        await RenewDueAsync();

        var own = await OwnAsync();
        Assert.Equal(keys, own.Count);
        Assert.Equal(keys == 2 ? [null, Today()] : [(DateOnly?)null], own.Select(key => key.Trusted.LastDay));
        Assert.True(own[0].Trusted.SignsFor(Today()));
        Assert.Equal(own.Select(key => key.Trusted.Number).Order(), (await Keys.TrustedAsync()).Keys.Select(key => key.Number));
    }

    [Fact]
    public async Task The_next_year_is_counted_from_the_renewal()
    {
        await OwnAsync();
        _server.Clock.Advance(TimeSpan.FromDays(400));
        await RenewDueAsync();
        _server.Clock.Advance(TimeSpan.FromDays(364));
        await RenewDueAsync();
        Assert.Equal(2, (await OwnAsync()).Count);

        _server.Clock.Advance(TimeSpan.FromDays(1));
        await RenewDueAsync();
        Assert.Equal(3, (await OwnAsync()).Count);
    }

    [Fact]
    public async Task Only_the_office_whose_key_is_a_year_old_gets_another()
    {
        await OwnAsync();
        _server.Clock.Advance(TimeSpan.FromDays(300));
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await _server.InDbAsync(db => Keys.OwnAsync(db, other));
        _server.Clock.Advance(TimeSpan.FromDays(100));

        await RenewDueAsync();

        Assert.Equal(1, await _server.InDbAsync(db => db.TrustedKeys.CountAsync(key => key.OfficeCode == other.Code)));
        Assert.Equal(3, await _server.InDbAsync(db => db.TrustedKeys.CountAsync()));
    }

    [Fact]
    public async Task After_a_restart_the_keys_are_the_same()
    {
        var pass = Assert.Single(await _server.IssueAsync(1));
        var code = await _server.CodeAsync(pass);
        await RenewAsync();
        var before = (await OwnAsync()).Select(key => (key.Trusted.Fingerprint, Convert.ToHexString(key.PrivateKey()))).ToList();

        _server = await _server.RestartAsync();

        Assert.Equal(before, (await OwnAsync()).Select(key => (key.Trusted.Fingerprint, Convert.ToHexString(key.PrivateKey()))));
        Assert.Equal(TokenValidity.Genuine, (await Keys.TrustedAsync()).Read(code).Validity);
    }

    private DateOnly Today() => DateOnly.FromDateTime(_server.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    private Task<string> CodeAsync() => _server.InDbAsync(db => db.Offices.Select(office => office.Code).FirstAsync());

    private Task<IReadOnlyList<IssuingKey>> OwnAsync() => _server.InDbAsync(async db => await Keys.OwnAsync(db, await db.Offices.OrderBy(office => office.Code).FirstAsync()));

    private Task RenewDueAsync() => _server.InDbAsync(db => Keys.RenewDueAsync(db));

    private async Task RenewAsync()
    {
        await _server.InDbAsync(async db =>
        {
            Office office = await db.Offices.FirstAsync();
            await Keys.OwnAsync(db, office);
            await db.InOneTransactionAsync(() => Keys.AddKeyAsync(db, office));
        });
        Keys.ClearCache();
    }

    private async Task<TokenParseResult> ReadAsync(long pass) => (await Keys.TrustedAsync()).Read(await _server.CodeAsync(pass));
}
