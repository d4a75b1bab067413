using HealthCode.Domain.Auditing;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Backups;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Couriers;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Disclosures;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HealthCode.Tests.Backups;

/// <summary>搬到县里: a village's backup is brought into a county's database, whole or not at all, and never twice.</summary>
public sealed class CountyImportTests(ImportCounty counties) : IClassFixture<ImportCounty>
{
    private static readonly string Fixture = Directory.GetFiles(SourceTree.Folder("HealthCode.Tests", "Fixtures", "0.2.0", "backups")).Single();

    [SqliteFact]
    public async Task A_backup_of_0_2_0_is_taken_in_and_everything_of_it_opens_under_the_countys_keys()
    {
        await using var county = await counties.BeginAsync();
        var before = await RowsAsync(county);

        var result = await ImportCounty.ImportAsync(county, Fixture);

        Assert.True(result.Passes > 0 && result.Declarations > 0 && result.AuditRecords > 0);
        var (manifest, rows) = (await ManifestAsync(), await RowsAsync(county));
        var model = await county.InDbAsync(db => Task.FromResult(ImportPlan.Of(db.Model)));
        // Divisions and roles are there already; administrators of the village are none of the county.
        Assert.All(model.Where(table => table.Name is not ("Divisions" or "AspNetUserRoles" or "TrustedKeys" or "Series" or "Offices")), table => Assert.Equal((table.Name, before[table.Name] + manifest.Rows.GetValueOrDefault(table.Name)), (table.Name, rows[table.Name])));
        await OpensAsync(county);
        await county.InDbAsync(async db =>
        {
            var card = await db.Passes.OrderBy(pass => pass.Id).FirstAsync(pass => pass.HandedOverAt != null);
            Assert.True(card.Id > 1_000_000);
            Assert.Equal("马德山", (await db.Declarations.OrderBy(form => form.Id).FirstAsync()).Content.Person.Name.Value);
            Assert.Equal(card.Id, (await db.Passes.SingleAsync(pass => pass.DeclarationId == card.DeclarationId)).Id);
            var run = await db.PrintRuns.Include(each => each.Sheets).FirstAsync();
            Assert.All(run.Sheets.SelectMany(sheet => sheet.PassIds), id => Assert.True(db.Passes.Any(pass => pass.Id == id)));
            Assert.NotEmpty(run.Sheets.SelectMany(sheet => sheet.PassIds));
        });
        Assert.Equal(CheckOutcome.Valid, await CheckAsync(county));
        await using (var scope = county.Services.CreateScopeFor(new SystemUser("test")))
        {
            // The private half opens under the county's protection.
            var township = await scope.ServiceProvider.GetRequiredService<OfficeDb>().TownshipKeys.Select(key => key.Code).FirstAsync();
            Assert.NotEmpty(await scope.ServiceProvider.GetRequiredService<TownshipKeyStore>().OfAsync(township));
        }

        Assert.Equal("", string.Concat((await WalkAsync(county)).Archives.SelectMany(archive => archive.Found)));
    }

    [SqliteFact]
    public async Task Two_villages_come_one_after_the_other_people_are_found_and_numbers_go_on()
    {
        await using var county = await counties.BeginAsync();
        await using var first = await VillageAsync(0, 3);
        await using var second = await VillageAsync(1, 3, from: 10);
        var (one, two) = (await CodeAsync(first), await CodeAsync(second));
        var printed = await first.CodeAsync(await FirstCardAsync(first));
        var person = await first.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).Select(pass => pass.Holder).FirstAsync());
        var last = await first.InDbAsync(db => db.Passes.MaxAsync(pass => pass.Number));

        await ImportCounty.ImportAsync(county, await first.BackUpAsync());
        await ImportCounty.ImportAsync(county, await second.BackUpAsync());

        var clerk = await county.SignedInAsync("yiren");
        await FindsAsync(clerk, person.Name.Value);
        await FindsAsync(clerk, person.Document.Number);
        await FindsAsync(clerk, person.Document.Number[^4..]);
        var card = await county.InDbAsync(db => db.Passes.OrderBy(pass => pass.Id).FirstAsync(pass => pass.OfficeCode == one));
        Assert.Contains(card.Number[^4..], (await clerk.OpenAsync($"/Passes/Details/{card.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains(person.Name.Value, (await clerk.OpenAsync($"/Declarations/Details/{card.DeclarationId}")).Text, StringComparison.Ordinal);
        await clerk.OpenAsync("/Verification/Check");
        await clerk.SendAsync(("扫卡背面的二维码，或输入卡号", printed));
        Assert.Contains("有效", clerk.Text, StringComparison.Ordinal);
        // The other village's clerk has the same name there, and sees its own papers only.
        var other = await county.SignedInAsync("yiren." + two[6..]);
        Assert.Contains("没有找到", (await other.OpenAsync("/Declarations?q=" + Uri.EscapeDataString(person.Name.Value))).Text, StringComparison.Ordinal);

        var next = Assert.Single(await county.IssueAsync(1, from: 20, office: one));
        var number = await county.InDbAsync(db => db.Passes.Where(pass => pass.Id == next).Select(pass => pass.Number).SingleAsync());
        Assert.Equal(long.Parse(last[12..19], System.Globalization.CultureInfo.InvariantCulture) + 1, long.Parse(number[12..19], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(next > await county.InDbAsync(db => db.Passes.Where(pass => pass.Id != next).MaxAsync(pass => pass.Id)));
        var report = await WalkAsync(county);
        Assert.Equal((0, 2), (report.FaultCount, report.Archives.Count));
    }

    [SqliteFact]
    public async Task Neither_the_same_backup_nor_a_later_one_of_the_same_village_is_taken_twice()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 1);
        var backup = await village.BackUpAsync();
        await ImportCounty.ImportAsync(county, backup);
        var before = await RowsAsync(county);
        await village.IssueAsync(1, from: 5);
        village.Clock.Advance(TimeSpan.FromHours(1));

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => ImportCounty.ImportAsync(county, backup));
        var later = await Assert.ThrowsAsync<BackupRefusedException>(async () => await ImportCounty.ImportAsync(county, await village.BackUpAsync()));

        Assert.Contains("已经搬进来了", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("已经搬进来了", later.Message, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(county));
    }

    [SqliteFact]
    public async Task An_office_that_has_papers_in_the_county_is_refused_and_one_that_was_only_set_up_is_not()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 1);
        await county.AddOfficeAsync(DivisionCode.Parse(await CodeAsync(village)));
        await county.IssueAsync(1, from: 50, office: await CodeAsync(village));

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(async () => await ImportCounty.ImportAsync(county, await village.BackUpAsync()));

        Assert.Contains("在县里已经有资料", refusal.Message, StringComparison.Ordinal);
        await using var other = await VillageAsync(1, 1, from: 10);
        await county.AddOfficeAsync(DivisionCode.Parse(await CodeAsync(other)));
        await ImportCounty.ImportAsync(county, await other.BackUpAsync());
        Assert.Equal(CheckOutcome.Valid, await CheckAsync(county, await CodeAsync(other)));
    }

    [SqliteFact]
    public async Task A_program_killed_in_the_middle_leaves_nothing_and_is_run_again()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 2);
        var backup = await village.BackUpAsync();
        var before = await RowsAsync(county);
        await using (var holder = new NpgsqlConnection(counties.ConnectionString(county) + ";Pooling=False"))
        {
            // Others may read, so the program goes on until it writes the audit, after all papers.
            await holder.OpenAsync();
            await using var transaction = await holder.BeginTransactionAsync();
            await using (var hold = new NpgsqlCommand("""LOCK TABLE "ArchivedAuditChains" IN SHARE MODE""", holder, transaction))
            {
                await hold.ExecuteNonQueryAsync();
            }

            using var program = counties.Begin(county, backup);
            string? line;
            do
            {
                line = await program.StandardError.ReadLineAsync();
            }
            while (line?.Contains("归档村里的审计", StringComparison.Ordinal) == false);
            Assert.NotNull(line);
            program.Kill();
            await program.WaitForExitAsync();
        }

        await Eventually.TrueAsync(async () => (await RowsAsync(county)).SequenceEqual(before));

        using var again = counties.Begin(county, backup);
        var said = await again.StandardOutput.ReadToEndAsync();
        await again.WaitForExitAsync();
        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("已搬入：", said, StringComparison.Ordinal);
        Assert.Contains("申报 2 份，通行卡 2 张", said, StringComparison.Ordinal);
        Assert.Equal(0, (await WalkAsync(county)).FaultCount);
    }

    [SqliteFact]
    public async Task Without_a_countys_database_the_command_refuses()
    {
        await using var village = await VillageAsync(0, 1);

        var told = await ProcessRun.OfAsync(village.Folder, ["import", "--from", await village.BackUpAsync()], BackupCase.RestorePassphrase);

        Assert.Equal((1, ""), (told.ExitCode, told.Output));
        Assert.Contains("没有设 HEALTHCODE_DATABASE", told.Error, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task Papers_that_are_due_to_be_destroyed_are_brought_nowhere()
    {
        // In the backup is an office whose papers have been destroyed; it hinders nothing, however late it is.
        await using var county = await counties.BeginAsync(new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(8)));
        await ImportCounty.ImportAsync(county, Fixture);
        await using var village = await VillageAsync(3, 1, from: 10);
        await village.ExecuteAsync("UPDATE Offices SET EpidemicEndedOn = '2020-06-01', EndEnteredOn = '2020-06-01'");

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(async () => await ImportCounty.ImportAsync(county, await village.BackUpAsync()));

        Assert.Contains("到期应当销毁", refusal.Message, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task Of_two_cards_of_one_person_the_later_one_stays()
    {
        await using var county = await counties.BeginAsync();
        var here = await CodeAsync(county);
        // 0 is issued here first, 1 in the village.
        var early = Assert.Single(await county.IssueAsync(1, from: 0, office: here));
        await using var village = await VillageAsync(0, 2);
        county.Clock.Advance(TimeSpan.FromDays(1));
        var late = Assert.Single(await county.IssueAsync(1, from: 1, office: here));

        var result = await ImportCounty.ImportAsync(county, await village.BackUpAsync());

        var cards = await county.InDbAsync(db => db.Passes.AsNoTracking().OrderBy(pass => pass.Id).ToListAsync());
        Assert.All(cards.GroupBy(card => card.PersonKey), person => Assert.Single(person, card => card.IsCurrent));
        var coming = cards.Single(card => card.OfficeCode != here && card.PersonKey == cards.Single(each => each.Id == late).PersonKey);
        Assert.Equal((PassState.Renewed, false), (coming.State, coming.IsCurrent));
        Assert.True(cards.Single(each => each.Id == late).IsCurrent);
        // On the same day the county's own stays.
        Assert.True(cards.Single(each => each.Id == early).IsCurrent);
        Assert.Equal(2, result.Notes.Count(note => note.StartsWith("同一个人有两张在用的卡", StringComparison.Ordinal)));
    }

    [SqliteFact]
    public async Task Nobody_becomes_an_administrator_of_the_county_and_passwords_stay()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 1);
        await village.AddUserAsync("xian", await CodeAsync(village), Roles.SystemAdministrator);
        await TokenAsync(village, "yiren", "JBSWY3DPEHPK3PXP");

        var result = await ImportCounty.ImportAsync(county, await village.BackUpAsync());

        var renamed = "xian." + (await CodeAsync(village))[6..];
        Assert.Contains(result.Notes, note => note.Contains(renamed, StringComparison.Ordinal) && note.Contains("改成", StringComparison.Ordinal));
        Assert.Contains(result.Notes, note => note.Contains("系统管理员", StringComparison.Ordinal) && note.Contains("账户已停用", StringComparison.Ordinal));
        await county.InDbAsync(async db =>
        {
            var user = await db.Users.SingleAsync(each => each.UserName == renamed);
            Assert.True(user.IsDisabled);
            Assert.Empty(await db.UserRoles.Where(held => held.UserId == user.Id).ToListAsync());
            Assert.Equal(1, await db.UserRoles.CountAsync(held => db.Roles.Any(role => role.Id == held.RoleId && role.Name == Roles.SystemAdministrator)));
        });
        Assert.Equal("JBSWY3DPEHPK3PXP", await TokenAsync(county, "yiren"));
        Assert.Equal("/", (await county.SignedInAsync("yiren")).Address);
        Assert.Equal("/", (await county.SignedInAsync("xian")).Address);
    }

    [SqliteFact]
    public async Task The_villages_audit_is_read_on_the_audit_page_and_a_changed_record_is_found()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 1);
        await ImportCounty.ImportAsync(county, await village.BackUpAsync());
        var administrator = await county.SignedInAsync("xian");

        await administrator.OpenAsync("/Audit");
        Assert.Contains("搬来以前", administrator.Text, StringComparison.Ordinal);
        await administrator.OpenAsync("/Audit?Archive=1&Subject=" + Uri.EscapeDataString("用户 yiren"));
        Assert.Contains("用户 yiren", administrator.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await WalkAsync(county)).FaultCount);

        await Assert.ThrowsAsync<PostgresException>(() => TamperAsync(county, """UPDATE "ArchivedAuditRecords" SET "Subject" = 'x' WHERE "Number" = 2"""));
        await Assert.ThrowsAsync<PostgresException>(() => TamperAsync(county, """DELETE FROM "ArchivedAuditRecords" WHERE "Number" = 2"""));
        await Assert.ThrowsAsync<PostgresException>(() => TamperAsync(county, """UPDATE "ArchivedAuditChains" SET "Head" = 'x'"""));
        await TamperAsync(county, """ALTER TABLE "ArchivedAuditRecords" DISABLE TRIGGER ALL; UPDATE "ArchivedAuditRecords" SET "Subject" = 'x' WHERE "Number" = 2""");
        await administrator.OpenAsync("/Audit");
        await administrator.PressAsync("现在校验");
        Assert.Contains("归档审计 1", administrator.Text, StringComparison.Ordinal);
        Assert.Contains("第 2 条", administrator.Text, StringComparison.Ordinal);

        await TamperAsync(county, """ALTER TABLE "ArchivedAuditChains" DISABLE TRIGGER ALL; DELETE FROM "ArchivedAuditRecords"; DELETE FROM "ArchivedAuditChains" """);
        Assert.Contains("记着搬入过 1 份", (await WalkAsync(county)).Sentence, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task An_audit_that_was_changed_in_the_village_comes_as_it_is_and_is_said_to_be_so()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 1);
        village.Tamper("UPDATE AuditRecords SET Subject = 'x' WHERE Id = 2", guarded: false);

        var result = await ImportCounty.ImportAsync(county, await village.BackUpAsync());

        Assert.Contains(result.Notes, note => note.Contains("搬来时就有问题", StringComparison.Ordinal) && note.Contains("第 2 条", StringComparison.Ordinal));
        var report = await WalkAsync(county);
        Assert.Equal(0, report.FaultCount);
        Assert.Single(Assert.Single(report.Archives).Found);
    }

    [SqliteFact]
    public async Task A_resident_learns_who_saw_him_in_the_village_too()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 1);
        var office = await CodeAsync(village);
        var person = await village.InDbAsync(db => db.Passes.Select(pass => pass.Holder).SingleAsync());
        var expected = await FollowAsync(village, person, office);
        Assert.NotEmpty(expected);

        await ImportCounty.ImportAsync(county, await village.BackUpAsync());

        Assert.Equal(expected.Select(each => (each.At, each.What, each.Paper)), (await FollowAsync(county, person, office)).Select(each => (each.At, each.What, each.Paper)));
    }

    [SqliteFact]
    public async Task At_the_end_the_archive_is_emptied_with_the_audit_and_stays_verifiable()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 1);
        await ImportCounty.ImportAsync(county, await village.BackUpAsync());

        Assert.True(await county.InDbAsync(db => AuditPayloads.DestroyAsync(db, null)) > 0);

        Assert.Equal(0, (await WalkAsync(county)).FaultCount);
        await county.InDbAsync(async db => Assert.All(await db.ArchivedAuditRecords.AsNoTracking().ToListAsync(), record => Assert.Equal(("", "", ""), (record.Subject, record.UserName, record.Detail))));
    }

    [SqliteFact]
    public async Task A_backup_of_the_county_is_made_and_restored_afterwards()
    {
        await using var county = await counties.BeginAsync();
        await using var village = await VillageAsync(0, 2);
        await ImportCounty.ImportAsync(county, await village.BackUpAsync());
        await county.LockAsync();
        var backup = await county.BackUpAsync();
        var folder = BackupCase.NewFolder();

        var manifest = BackupRestorer.Restore(counties.EmptyDatabase(folder), backup, folder, BackupCase.RestorePassphrase);

        Assert.Equal(2, manifest.Offices.Count);
        Assert.Equal(1, manifest.Rows["ArchivedAuditChains"]);
        // A county's backup is none of a village.
        Assert.Contains("是县里的", (await Assert.ThrowsAsync<BackupRefusedException>(() => ImportCounty.ImportAsync(county, backup))).Message, StringComparison.Ordinal);
    }

    /// <summary>A village with a clerk and people who have cards.</summary>
    private static async Task<OfficeServer> VillageAsync(int number, int cards, int from = 0)
    {
        await using var list = await OfficeServer.WithOfficeAsync();
        var village = await OfficeServer.WithOfficeAsync(await list.FirstVillageAsync(number), ownKeys: true);
        await village.AddUserAsync("yiren", await CodeAsync(village), Roles.Clerk, Roles.Reviewer);
        await village.HandOverAsync(await village.IssueAsync(cards, from: from));
        await village.LockAsync();
        return village;
    }

    private static Task<string> CodeAsync(OfficeServer server) => server.InDbAsync(db => db.Offices.OrderBy(office => office.Code).Select(office => office.Code).FirstAsync());

    private static Task<long> FirstCardAsync(OfficeServer server) => server.InDbAsync(db => db.Passes.MinAsync(pass => pass.Id));

    /// <summary>The secret of an authenticator, which lies protected.</summary>
    private static async Task<string?> TokenAsync(OfficeServer server, string user, string? set = null)
    {
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        var users = scope.ServiceProvider.GetRequiredService<UserManager<OfficeUser>>();
        var account = (await users.FindByNameAsync(user))!;
        if (set is not null)
        {
            Assert.True((await users.SetAuthenticationTokenAsync(account, "test", "secret", set)).Succeeded);
        }

        return await users.GetAuthenticationTokenAsync(account, "test", "secret");
    }

    private static async Task FindsAsync(OfficeBrowser clerk, string text) =>
        Assert.DoesNotContain("没有找到", (await clerk.OpenAsync("/Declarations?q=" + Uri.EscapeDataString(text))).Text, StringComparison.Ordinal);

    private static async Task<CheckOutcome> CheckAsync(OfficeServer server, string? office = null)
    {
        var card = await server.InDbAsync(db => db.Passes.Where(pass => office == null || pass.OfficeCode == office).OrderBy(pass => pass.Id).FirstAsync(pass => pass.HandedOverAt != null));
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        return (await scope.ServiceProvider.GetRequiredService<CardVerification>().VerifyAsync(await server.CodeAsync(card.Id))).Outcome;
    }

    private static async Task<AuditChainReport> WalkAsync(OfficeServer server)
    {
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        return await scope.ServiceProvider.GetRequiredService<AuditCheck>().VerifyAsync();
    }

    private static async Task<IReadOnlyList<DisclosureEntry>> FollowAsync(OfficeServer server, Person person, string office)
    {
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        var query = scope.ServiceProvider.GetRequiredService<DisclosureQuery>();
        return await query.FollowAsync(await query.PapersOfAsync(person.Document, null), office);
    }

    private static async Task OpensAsync(OfficeServer county)
    {
        var keys = county.Services.GetRequiredService<DataKeyStore>().Keys;
        var encrypted = await county.InDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.FindAnnotation("HealthCode:Encrypted") is not null).Select(property => (Table: property.DeclaringType.GetTableName()!, Column: property.GetColumnName())).ToList()));
        foreach (var (table, column) in encrypted)
        {
            await county.InDbAsync(async db => Assert.All(
                await db.Database.SqlQueryRaw<byte[]>($"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL").ToListAsync(), value => keys.Decrypt(value, $"{table}.{column}")));
        }
    }

    private static async Task<Manifest> ManifestAsync()
    {
        var folder = BackupCase.NewFolder();
        try
        {
            return BackupRestorer.Restore(BackupCase.EngineOf(folder), Fixture, folder, BackupCase.RestorePassphrase);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<SortedDictionary<string, long>> RowsAsync(OfficeServer county)
    {
        using var database = county.Services.GetRequiredService<IDatabaseEngine>().Open();
        return Task.FromResult(new SortedDictionary<string, long>(database.Rows.ToDictionary(), StringComparer.Ordinal));
    }

    private async Task TamperAsync(OfficeServer county, string sql)
    {
        await using var connection = new NpgsqlConnection(counties.ConnectionString(county) + ";Pooling=False");
        await connection.OpenAsync();
#pragma warning disable CA2100 // The SQL is written in a test.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
