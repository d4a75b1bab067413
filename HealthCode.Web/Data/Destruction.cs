using System.Security.Cryptography;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>销毁 — when the days of keeping are over, everything about an office's residents leaves for good: rows, files, whatever else is registered, step by step. Each step is written down with its count in the transaction that does it, so that what a power cut left half done is finished whatever the clock says (63号 附件1; rule-table 1.18, D4).</summary>
public sealed class Destruction(OfficeDb db, OfficeClock clock, IDatabaseEngine engine, Keyring keys, BackupFiles backups, IEnumerable<IDestructionPart> parts)
{
    /// <summary>What the audit calls it when something was found after the record was finished.</summary>
    public const string DestroyedAgain = "再次销毁";

    /// <summary>Destroys what is due today.</summary>
    /// <param name="afterStart">The first time since the program started: what a power cut left is looked for.</param>
    /// <param name="isSure">Whether the clock is to be believed about an office; always when not given.</param>
    /// <param name="stopping">Stops between two steps; the rest is done at the next start.</param>
    /// <returns>The offices whose papers are gone just now.</returns>
    public async Task<IReadOnlyList<Office>> DestroyDueAsync(bool afterStart = false, Func<Office, bool>? isSure = null, CancellationToken stopping = default)
    {
        List<Office> destroyed = [];
        foreach (var office in (await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync(stopping)).Where(office => office.MustDestroyPapers(clock.Today) && isSure?.Invoke(office) != false))
        {
            if (await DestroyAsync(office, afterStart, stopping))
            {
                destroyed.Add(office);
            }
        }

        destroyed.AddRange(await ResumeAsync(stopping));
        return destroyed;
    }

    /// <summary>接着销毁 — finishes what was begun and cut short. A clock that was set back does not stop it: half destroyed is worse than destroyed.</summary>
    public async Task<IReadOnlyList<Office>> ResumeAsync(CancellationToken stopping = default)
    {
        var begun = await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt == null).Select(record => record.OfficeCode).ToListAsync(stopping);
        var offices = await db.Offices.AsNoTracking().Where(office => begun.Contains(office.Code)).ToListAsync(stopping);
        foreach (var office in offices)
        {
            await DestroyAsync(office, false, stopping);
        }

        return offices;
    }

    /// <summary>Whether the office's papers are gone now and were not before.</summary>
    private async Task<bool> DestroyAsync(Office office, bool afterStart, CancellationToken stopping)
    {
        await BeginAsync(office, stopping);
        var isLast = await IsLastAsync(office, stopping);
        if ((await RecordAsync(office, stopping)).FinishedAt is not null)
        {
            return await DestroyLateAsync(office, isLast, afterStart, stopping);
        }

        foreach (var rows in DestructionPlan.Rows.Where(rows => isLast || !rows.WithTheLastOffice))
        {
            await StepAsync(office, rows.Code, rows.Kind, rows.Unit, DestroyedRows.How, () => db.Database.ExecuteSqlRawAsync(rows.Sql, [office.Code], stopping), stopping);
        }

        foreach (var part in parts.Where(part => isLast || !part.WithTheLastOffice))
        {
            // Files know no transaction: what was deleted and not yet written down is counted no second time.
            var count = await part.DestroyAsync(office.Code, isLast, stopping);
            await StepAsync(office, part.Code, part.Kind, part.Unit, part.How, () => Task.FromResult(count), stopping);
        }

        await engine.CompactAsync(db.Database, stopping);
        await FinishAsync(office, stopping);
        return true;
    }

    /// <summary>后来又有的 — written with the clock set back, or left by a power cut. It goes all the same, and the backups that may hold it; the record has been signed and stays as it is, the audit tells of it.</summary>
    private async Task<bool> DestroyLateAsync(Office office, bool isLast, bool afterStart, CancellationToken stopping)
    {
        var late = await db.InOneTransaction(() => DestroyLateRowsAsync(office, isLast, stopping), stopping);
        if (!late && !afterStart)
        {
            return false;
        }

        foreach (var part in parts.Where(part => isLast || !part.WithTheLastOffice))
        {
            if (await part.DestroyAsync(office.Code, isLast, stopping) is > 0 and var count)
            {
                db.Note(DestroyedAgain, $"村居 {office.Code}", $"{part.Kind} {count} {part.Unit}", Desk.Everything.Actor);
            }
        }

        await db.SaveChangesAsync(stopping);
        await engine.CompactAsync(db.Database, stopping);
        return late;
    }

    private async Task<bool> DestroyLateRowsAsync(Office office, bool isLast, CancellationToken stopping)
    {
        List<string> found = [];
        foreach (var rows in DestructionPlan.Rows.Where(rows => isLast || !rows.WithTheLastOffice))
        {
            if (await db.Database.ExecuteSqlRawAsync(rows.Sql, [office.Code], stopping) is > 0 and var count)
            {
                found.Add($"{rows.Kind} {count} {rows.Unit}");
            }
        }

        if (found.Count == 0)
        {
            return false;
        }

        // Before the rows are gone for good: what a power cut interrupts here is found again.
        var removed = await backups.DestroyAsync(db, clock.Now, clock.Now, stopping);
        db.Note(DestroyedAgain, $"村居 {office.Code}", string.Join('，', [.. found, $"备份 {removed.Count} 个文件{(removed.Left.Count > 0 ? $"，第二个地方还有 {removed.Left.Count} 个没有删掉，要手工销毁" : "")}"]), Desk.Everything.Actor);
        return true;
    }

    private async Task BeginAsync(Office office, CancellationToken stopping)
    {
        if (await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == office.Code, stopping))
        {
            return;
        }

        await db.InOneTransaction(
            async () =>
            {
                var end = await db.EpidemicEnds.IgnoreQueryFilters().Where(each => each.OfficeCode == office.Code && each.ConfirmedAt != null)
                    .OrderByDescending(each => each.Id).FirstOrDefaultAsync(stopping);
                db.DestructionRecords.Add(DestructionRecord.Begin(office, end?.Notice, clock.Now, clock.Today));
            },
            stopping);
    }

    /// <summary>No other office keeps papers on this server.</summary>
    private async Task<bool> IsLastAsync(Office office, CancellationToken stopping)
    {
        var done = await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt != null).Select(record => record.OfficeCode).ToListAsync(stopping);
        return !await db.Offices.AnyAsync(other => other.Code != office.Code && !done.Contains(other.Code), stopping);
    }

    private Task StepAsync(Office office, string code, string kind, string unit, string how, Func<Task<int>> destroy, CancellationToken stopping) => db.InOneTransaction(
        async () =>
        {
            var count = await destroy();
            (await RecordAsync(office, stopping)).Note(code, kind, unit, how, count, clock.Now);
        },
        stopping);

    private Task<DestructionRecord> RecordAsync(Office office, CancellationToken stopping) =>
        db.DestructionRecords.IgnoreQueryFilters().Include(record => record.Steps.OrderBy(step => step.Id)).SingleAsync(record => record.OfficeCode == office.Code, stopping);

    private Task FinishAsync(Office office, CancellationToken stopping) => db.InOneTransaction(
        async () =>
        {
            var record = await RecordAsync(office, stopping);
            var (papers, roster, ledgers) = (record.CountOf(DestructionPlan.Passes, DestructionPlan.Declarations, DestructionPlan.Drafts), record.CountOf(DestructionPlan.Roster), record.CountOf(DestructionPlan.Ledgers));
            db.Note("销毁", $"村居 {office.Code}", $"申报、通行卡、草稿共 {papers} 份{(roster > 0 ? $"，居民名册 {roster} 人" : "")}", Desk.Everything.Actor);
            if (ledgers > 0)
            {
                db.Note("销毁", $"乡镇 {office.Code[..9]}", $"收到的台账共 {ledgers} 份", Desk.Everything.Actor);
            }

            // The head speaks of the audit with these two records in it.
            await db.SaveChangesAsync(stopping);
            var sign = await SignerAsync(office);
            record.Finish(await HeadAsync(stopping), sign, clock.Now);
        },
        stopping);

    /// <summary>Whoever keeps the paper sees whether the audit was cut behind it.</summary>
    private async Task<string> HeadAsync(CancellationToken stopping) =>
        await db.AuditRecords.AsNoTracking().OrderByDescending(record => record.Id).Select(record => new { record.Id, record.Hash }).FirstOrDefaultAsync(stopping) is { } last
            ? $"到第 {last.Id} 号记录，链值 {Convert.ToHexString(last.Hash)[..16]}" : "没有记录";

    private async Task<Func<string, string>> SignerAsync(Office office)
    {
        try
        {
            var key = (await keys.OwnAsync(db, office))[0];
            return text => RecordSignature.Write(key, text);
        }
        catch (CryptographicException)
        {
            // A copied database without its keys: the paper is signed by hand alone, and says so.
            return _ => "";
        }
    }
}
