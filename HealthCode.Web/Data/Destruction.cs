using System.Security.Cryptography;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>销毁 — when the days of keeping are over, everything about an office's residents leaves for good: rows, files, whatever else is registered, step by step. Each step is written down with its count in the transaction that does it, so that what a power cut left half done is finished whatever the clock says (63号 附件1; rule-table 1.18, D4).</summary>
public sealed class Destruction(OfficeDb db, OfficeClock clock, WriteGate gate, Keyring keys, IEnumerable<IDestructionPart> parts)
{
    /// <summary>Destroys what is due today.</summary>
    /// <param name="afterStart">The first time since the program started: what a power cut left is looked for.</param>
    /// <param name="stopping">Stops between two steps; the rest is done at the next start.</param>
    /// <returns>The offices whose papers are gone just now.</returns>
    public async Task<IReadOnlyList<Office>> DestroyDueAsync(bool afterStart = false, CancellationToken stopping = default)
    {
        List<Office> destroyed = [];
        foreach (var office in (await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync(stopping)).Where(office => office.MustDestroyPapers(clock.Today)))
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
        var found = 0;
        foreach (var rows in DestructionPlan.Rows.Where(rows => isLast || !rows.WithTheLastOffice))
        {
            found += await StepAsync(office, rows.Code, rows.Kind, rows.Unit, DestroyedRows.How, () => db.Database.ExecuteSqlRawAsync(rows.Sql, [office.Code], stopping), stopping);
        }

        var finished = (await RecordAsync(office, stopping)).FinishedAt is not null;
        if (finished && found == 0 && !afterStart)
        {
            return false;
        }

        foreach (var part in parts.Where(part => isLast || !part.WithTheLastOffice))
        {
            // Files know no transaction: what was deleted and not yet written down is counted no second time.
            var count = await part.DestroyAsync(office.Code, isLast, stopping);
            found += await StepAsync(office, part.Code, part.Kind, part.Unit, part.How, () => Task.FromResult(count), stopping);
        }

        await SweepAsync(stopping);
        if (finished && found == 0)
        {
            return false;
        }

        await FinishAsync(office, stopping);
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

    private Task<int> StepAsync(Office office, string code, string kind, string unit, string how, Func<Task<int>> destroy, CancellationToken stopping) => db.InOneTransaction(
        async () =>
        {
            var count = await destroy();
            (await RecordAsync(office, stopping)).Note(code, kind, unit, how, count, clock.Now);
            return count;
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

    /// <summary>What was deleted is overwritten where it lay (secure_delete) and is left in no spare page and no log of the file.</summary>
    private async Task SweepAsync(CancellationToken stopping)
    {
        await gate.EnterAsync(stopping);
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", stopping);
        }
        finally
        {
            gate.Leave();
        }
    }
}
