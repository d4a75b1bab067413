using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Data.Mappings;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.Search;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>搬到县里 — brings a village's backup into this database, in one transaction: all of it or nothing, and never twice.</summary>
public sealed class CountyImport(OfficeDb county, IDatabaseEngine engine, OfficeClock clock, ArchivedAudits archives, IDataProtectionProvider protection, ILookupNormalizer normalizer)
{
    // Ids of a village begin after a round number, so that one sees which belong together.
    private const long Round = 1_000_000;
    private const int BatchSize = 500;

    private readonly List<string> _notes = [];

    /// <summary>Brings a village in.</summary>
    /// <param name="backup">Its backup.</param>
    /// <param name="told">Progress callback.</param>
    /// <exception cref="BackupRefusedException">It was taken in before, an office has papers here, or its papers are due to be destroyed; nothing was changed.</exception>
    public async Task<ImportResult> ImportAsync(VillageBackup backup, Action<string> told)
    {
        await using var scope = backup.CreateScope();
        var village = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var offices = await village.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync();
        await RequireKeptAsync(village, offices);
        await RequireAsync(backup, offices);
        told("校验村里的审计");
        var chain = await DescribeAsync(backup, scope.ServiceProvider, offices);
        // Kept open: every read below is one of a database that does not change.
        await village.Database.OpenConnectionAsync();
        return await county.InOneTransactionAsync(async () =>
        {
            await RequireAsync(backup, offices);
            return await WriteAsync(backup, village, offices, chain, told);
        });
    }

    private async Task<ImportResult> WriteAsync(VillageBackup backup, OfficeDb village, IReadOnlyList<Office> offices, ArchivedAuditChain described, Action<string> told)
    {
        var plan = ImportPlan.Of(county.Model);
        var offset = await OffsetAsync(plan);
        await MakeRoomAsync(offices);
        var (users, cards) = (await ImportedUsers.OfAsync(village, county, normalizer), new ImportedCards(county, clock));
        await cards.DecideAsync(village);
        var rows = new RowImport(village, county, backup.Services.GetRequiredService<IDataProtectionProvider>(), protection, offset);
        await rows.HashAsync(plan);
        var changes = await ChangesAsync(users, cards, offset);
        foreach (var table in plan)
        {
            if (await rows.CopyAsync(table, changes.GetValueOrDefault(table.Name)) is > 0 and var count)
            {
                told(string.Create(CultureInfo.InvariantCulture, $"{table.Name} {count} 行"));
            }
        }

        await cards.EndAsync(offset);
        await engine.ContinueIdsAsync(county, [.. plan.Where(table => table.NumbersItself).Select(table => table.Name)]);
        told("编查询索引");
        await IndexAsync(offices);
        told("归档村里的审计");
        var chain = described with { Id = await county.ArchivedAuditChains.CountAsync() + 1, IdOffset = offset };
        await ArchiveAsync(village, chain);
        var (forms, passes) = (backup.Manifest.Rows.GetValueOrDefault("Declarations"), backup.Manifest.Rows.GetValueOrDefault("Passes"));
        _notes.AddRange([.. users.Sentences, .. cards.Sentences]);
        if (chain.FaultsAtImport.Length > 0)
        {
            _notes.Add($"村里的审计搬来时就有问题，已照原样归档：{chain.FaultsAtImport}。请告诉县里的审计管理员。");
        }

        county.Audit(ArchivedAudits.TakenIn, chain.Description, string.Create(
            CultureInfo.InvariantCulture,
            $"{chain.OfficeNames}（{chain.OfficeCodes}）；{backup.Manifest.MadeAt.Chinese()} 的备份，校验值 {backup.Hash[..16]}；申报 {forms} 份，通行卡 {passes} 张；归档审计 {chain.Records} 条，链头 {chain.Head.Split(' ')[1][..16]}"));
        _notes.ForEach(note => county.Audit("搬入说明", chain.Description, note));
        return new([.. offices.Select(office => office.OfficialName)], forms, passes, chain.Records, _notes);
    }

    /// <summary>What is due to be destroyed is brought nowhere; of what has been destroyed there is the record.</summary>
    private async Task RequireKeptAsync(OfficeDb village, IReadOnlyList<Office> offices)
    {
        var destroyed = await village.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt != null).Select(record => record.OfficeCode).ToListAsync();
        if (offices.FirstOrDefault(office => office.MustDestroyPapers(clock.Today) && !destroyed.Contains(office.Code)) is { } due)
        {
            throw new BackupRefusedException($"{due.OfficialName} 的资料到期应当销毁，不能再搬到别处。");
        }
    }

    /// <summary>Never twice: neither the same village, nor an office that has papers here.</summary>
    private async Task RequireAsync(VillageBackup backup, IReadOnlyList<Office> offices)
    {
        var (origin, first) = await OriginOfAsync(backup);
        if (await county.ArchivedAuditChains.AsNoTracking().FirstOrDefaultAsync(chain => chain.Origin == origin || (first != "" && chain.FirstHash == first)) is { } before)
        {
            throw new BackupRefusedException($"这个村居的资料 {before.ImportedAt.Chinese()} 已经搬进来了（{before.OfficeNames}），不能再搬一次。");
        }

        var administrators = await county.Roles.Where(role => role.Name == Roles.SystemAdministrator).Select(role => role.Id).ToListAsync();
        if (!await county.Users.AnyAsync(user => !user.IsDisabled && county.UserRoles.Any(held => held.UserId == user.Id && administrators.Contains(held.RoleId))))
        {
            throw new BackupRefusedException("县里还没有系统管理员。请先启动程序，完成首次设置，再搬。");
        }

        foreach (var office in offices)
        {
            if (await PapersOfAsync(office.Code) is { } table)
            {
                throw new BackupRefusedException($"{office.OfficialName}（{office.Code}）在县里已经有资料（{table}），不能再搬进来。");
            }
        }
    }

    /// <summary>The first table with rows of an office that do not come from its set-up or from other offices; null if there is none.</summary>
    private async Task<string?> PapersOfAsync(string office)
    {
        foreach (var table in ImportPlan.Of(county.Model).Where(table => table.Entity.SharedByOffices() is null && table.Entity.ClrType != typeof(StoredSigningKey) && table.Columns.Any(column => column.Name == nameof(CurrentUser.OfficeCode))))
        {
#pragma warning disable EF1002 // Names of our own tables.
            if (await county.Database.SqlQueryRaw<int>($"SELECT 1 AS \"Value\" FROM \"{table.Name}\" WHERE \"OfficeCode\" = {{0}} LIMIT 1", office).AnyAsync())
#pragma warning restore EF1002
            {
                return table.Name;
            }
        }

        return null;
    }

    /// <summary>What set-up made of an office that is empty here, and what was known of it as of another's, gives way to its own.</summary>
    private async Task MakeRoomAsync(IReadOnlyList<Office> offices)
    {
        var codes = offices.Select(office => office.Code).ToList();
        county.RemoveRange(await county.SigningKeys.IgnoreQueryFilters().Where(key => codes.Contains(key.OfficeCode)).ToListAsync());
        county.RemoveRange(await county.TrustedKeys.IgnoreQueryFilters().Where(key => codes.Contains(key.OfficeCode)).ToListAsync());
        county.RemoveRange(await county.DroppedKeys.IgnoreQueryFilters().Where(key => codes.Contains(key.OfficeCode)).ToListAsync());
        county.RemoveRange(await county.StopLists.Where(list => codes.Contains(list.Issuer)).ToListAsync());
        county.RemoveRange(await county.Offices.Where(office => codes.Contains(office.Code)).ToListAsync());
        await county.SaveChangesAsync();
        county.ChangeTracker.Clear();
    }

    /// <summary>What is changed of single rows on the way.</summary>
    private async Task<Dictionary<string, Func<ImportedRow, bool>>> ChangesAsync(ImportedUsers users, ImportedCards cards, long offset)
    {
        var ours = (await county.Offices.Select(office => office.Code).ToListAsync()).ToHashSet();
        var known = (await county.TrustedKeys.IgnoreQueryFilters().Select(key => key.OfficeCode).ToListAsync()).ToHashSet();
        var dropped = (await county.DroppedKeys.IgnoreQueryFilters().Select(key => new { key.OfficeCode, key.PublicKey }).ToListAsync()).Select(key => (key.OfficeCode, Convert.ToHexString(key.PublicKey))).ToHashSet();
        var numbers = (await county.TownshipKeys.GroupBy(key => key.Code).Select(keys => new { keys.Key, Last = keys.Max(key => key.Number) }).ToListAsync()).ToDictionary(keys => keys.Key, keys => keys.Last);
        return new()
        {
            ["AspNetUsers"] = row => users.ChangeUser(row, normalizer),
            ["AspNetUserRoles"] = users.ChangeRole,
            ["Drafts"] = row =>
            {
                row[nameof(DeclarationDraft.UserName)] = users.Name((string)row[nameof(DeclarationDraft.UserName)]!);
                return true;
            },
            ["Passes"] = row => cards.Change(row, offset),
            // A township's keys come after those it has here: what was encrypted for either is decrypted.
            ["TownshipKeys"] = row =>
            {
                row[nameof(StoredTownshipKey.Number)] = (int)row[nameof(StoredTownshipKey.Number)]! + numbers.GetValueOrDefault((string)row[nameof(StoredTownshipKey.Code)]!);
                return true;
            },
            // What the county itself says of an office, and whom it has decided not to trust, stays.
            ["TrustedKeys"] = row => !ours.Contains((string)row[nameof(TrustedKey.OfficeCode)]!) && !dropped.Contains(((string)row[nameof(TrustedKey.OfficeCode)]!, Convert.ToHexString((byte[])row[nameof(TrustedKey.PublicKey)]!))),
            ["DroppedKeys"] = row => !known.Contains((string)row[nameof(DroppedKey.OfficeCode)]!),
            ["StopLists"] = row => !ours.Contains((string)row[nameof(ReceivedStopList.Issuer)]!),
        };
    }

    /// <summary>One number for all tables: ids keep their order, and so do the words of the audit that say them.</summary>
    private async Task<long> OffsetAsync(IReadOnlyList<ImportedTable> plan)
    {
        var highest = 0L;
        foreach (var table in plan.Where(table => table.NumbersItself))
        {
#pragma warning disable EF1002 // Names of our own tables.
            highest = Math.Max(highest, await county.Database.SqlQueryRaw<long>($"SELECT coalesce(max(\"{table.Key[0]}\"), 0) AS \"Value\" FROM \"{table.Name}\"").SingleAsync());
#pragma warning restore EF1002
        }

        return ((highest / Round) + 1) * Round;
    }

    /// <summary>Finds by name, number and telephone: the hashes are the county's own. Every form, card, resident and slip is opened for it, so that one that does not open stops the import.</summary>
    private async Task IndexAsync(IReadOnlyList<Office> offices)
    {
        foreach (var office in offices.Select(each => each.Code))
        {
            await IndexAsync(county.Declarations.Where(each => each.OfficeCode == office), "SearchKeys", nameof(SearchKey.DeclarationId), office, each => each.Id, each => each.Id);
            await IndexAsync(county.Passes.Where(each => each.OfficeCode == office), "SearchKeys", nameof(SearchKey.DeclarationId), office, each => each.Id, each => each.DeclarationId);
            await IndexAsync(county.Residents.Where(each => each.OfficeCode == office), "ResidentKeys", nameof(ResidentKey.ResidentId), office, each => each.Id, each => each.Id);
            await IndexAsync(county.RegisterEntries.Where(each => each.OfficeCode == office), "RegisterKeys", nameof(RegisterKey.EntryId), office, each => each.Id, each => each.Id);
        }
    }

    private async Task IndexAsync<T>(IQueryable<T> rows, string table, string owner, string office, System.Linq.Expressions.Expression<Func<T, long>> order, Func<T, long> ownerOf)
        where T : class
    {
        for (var skipped = 0; ; skipped += BatchSize)
        {
            var batch = await rows.IgnoreQueryFilters().AsNoTracking().OrderBy(order).Skip(skipped).Take(BatchSize).ToListAsync();
            await county.AddKeysAsync(table, owner, office, batch.SelectMany(county.KeysOf, (each, key) => (ownerOf(each), key)).Distinct());
            if (batch.Count < BatchSize)
            {
                return;
            }
        }
    }

    private async Task<ArchivedAuditChain> DescribeAsync(VillageBackup backup, IServiceProvider services, IReadOnlyList<Office> offices)
    {
        var chain = services.GetRequiredService<AuditChain>();
        var report = await services.GetRequiredService<AuditCheck>().VerifyAsync();
        List<string> faults = [.. report.Faults.Select(fault => fault.Sentence)];
        var head = chain.Head;
        if (head.Number == 0 && await services.GetRequiredService<OfficeDb>().AuditRecords.OrderByDescending(record => record.Id).FirstOrDefaultAsync() is { } last)
        {
            head = AuditHead.Of(last.Id, last.Hash);
            faults.Add("链头文件不见了，末尾有没有少看不出来");
        }

        var (origin, first) = await OriginOfAsync(backup);
        return new()
        {
            Id = 0, IdOffset = 0, Origin = origin, FirstHash = first, OfficeNames = string.Join('、', offices.Select(office => office.OfficialName)), OfficeCodes = string.Join(' ', offices.Select(office => office.Code)),
            BackupMadeAt = backup.Manifest.MadeAt, BackupHash = backup.Hash, ImportedAt = clock.Now, Records = report.Records, Head = chain.Key.Sign(head),
            SealedKey = archives.Seal(services.GetRequiredService<KeyFiles>().Read(AuditChainKeyStore.KeyFile)!), FaultsAtImport = string.Join(ArchivedChainReport.Between, faults),
        };
    }

    private async Task ArchiveAsync(OfficeDb village, ArchivedAuditChain chain)
    {
        county.ArchivedAuditChains.Add(chain);
        await county.SaveChangesAsync();
        await RowWriter.WriteAsync(
            county,
            "ArchivedAuditRecords",
            ["ChainId", "Number", "At", "Action", "UserName", "StaffName", "OfficeCode", "Workstation", "OnBehalfOf", "Subject", "Detail", "PreviousHash", "PayloadHash", "Hash"],
            AuditLines.ReadAsync(village, null).Select(line => new object?[]
            {
                chain.Id, line.Number, line.At, line.Action, line.Payload.UserName, line.Payload.StaffName, line.Payload.OfficeCode, line.Payload.Workstation, line.Payload.OnBehalfOf, line.Payload.Subject,
                line.Payload.Detail, line.PreviousHash, line.PayloadHash, line.Hash,
            }));
    }

    /// <summary>What all backups of one village have in common: the set of data keys, and the first record of the audit.</summary>
    private static async Task<(string Origin, string FirstHash)> OriginOfAsync(VillageBackup backup)
    {
        await using var scope = backup.CreateScope();
        var first = await scope.ServiceProvider.GetRequiredService<OfficeDb>().AuditRecords.OrderBy(record => record.Id).Select(record => record.Hash).FirstOrDefaultAsync();
        return (backup.Services.GetRequiredService<DataKeyStore>().Keys.Set.Ring.ToString("n"), Convert.ToHexString(first ?? []));
    }
}

/// <summary>搬入的结果.</summary>
/// <param name="Offices">Official names.</param>
/// <param name="Declarations">Number of declarations.</param>
/// <param name="Passes">Number of cards.</param>
/// <param name="AuditRecords">Number of archived audit records.</param>
/// <param name="Notes">What the offices must be told: accounts renamed, cards that gave way, faults of the audit.</param>
public sealed record ImportResult(IReadOnlyList<string> Offices, long Declarations, long Passes, long AuditRecords, IReadOnlyList<string> Notes);
