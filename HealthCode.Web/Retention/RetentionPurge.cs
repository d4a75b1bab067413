using System.Security.Cryptography;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>销毁 — deletes all resident data of an office after the retention period, step by step: rows, files and other registered steps. Each step
/// is recorded with its count in its own transaction; an interrupted deletion is resumed regardless of the clock (宁疫指办发〔2020〕63号 附件1;
/// DECISIONS.md D4).</summary>
public sealed class RetentionPurge(OfficeDb db, OfficeClock clock, IDatabaseEngine engine, SigningKeyStore keys, BackupFiles backups, IEnumerable<IPurgeStep> parts)
{
    /// <summary>Audit action for data found after the deletion was finished.</summary>
    public const string DestroyedAgain = "再次销毁";

    /// <summary>Deletes the data of all offices that are due today.</summary>
    /// <param name="afterStart">True for the first run since the server started: also repeats the steps for files left by a power cut.</param>
    /// <param name="isSure">Whether the clock can be trusted for an office; null means always.</param>
    /// <param name="cancellationToken">Checked between steps; the rest is done at the next start.</param>
    /// <returns>The offices whose data was deleted by this call.</returns>
    public async Task<IReadOnlyList<Office>> DestroyDueAsync(bool afterStart = false, Func<Office, bool>? isSure = null, CancellationToken cancellationToken = default)
    {
        List<Office> destroyed = [];
        foreach (var office in (await db.Offices.AsNoTracking().OrderBy(office => office.Code).ToListAsync(cancellationToken)).Where(office => office.MustDestroyPapers(clock.Today) && isSure?.Invoke(office) != false))
        {
            if (await DestroyAsync(office, afterStart, cancellationToken))
            {
                destroyed.Add(office);
            }
        }

        destroyed.AddRange(await ResumeAsync(cancellationToken));
        return destroyed;
    }

    /// <summary>接着销毁 — finishes interrupted deletions, even if the clock was set back since.</summary>
    public async Task<IReadOnlyList<Office>> ResumeAsync(CancellationToken cancellationToken = default)
    {
        var begun = await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt == null).Select(record => record.OfficeCode).ToListAsync(cancellationToken);
        var offices = await db.Offices.AsNoTracking().Where(office => begun.Contains(office.Code)).ToListAsync(cancellationToken);
        foreach (var office in offices)
        {
            await DestroyAsync(office, false, cancellationToken);
        }

        return offices;
    }

    /// <summary>Returns whether data was deleted by this call.</summary>
    private async Task<bool> DestroyAsync(Office office, bool afterStart, CancellationToken cancellationToken)
    {
        await BeginAsync(office, cancellationToken);
        var isLast = await IsLastAsync(office, cancellationToken);
        if ((await RecordAsync(office, cancellationToken)).FinishedAt is not null)
        {
            return await PurgeLateDataAsync(office, isLast, afterStart, cancellationToken);
        }

        foreach (var rows in RetentionPlan.Rows(db.Model).Where(rows => isLast || !rows.OnlyForLastOffice))
        {
            await RunStepAsync(office, rows.Code, rows.Kind, rows.Unit, RowPurge.How, () => db.Database.ExecuteSqlRawAsync(rows.Sql, [office.Code], cancellationToken), cancellationToken);
        }

        foreach (var part in parts.Where(part => isLast || !part.OnlyForLastOffice))
        {
            // File deletions are not transactional: files deleted but not yet recorded before an interruption are not counted again.
            var count = await part.DestroyAsync(office.Code, isLast, cancellationToken);
            await RunStepAsync(office, part.Code, part.Kind, part.Unit, part.How, () => Task.FromResult(count), cancellationToken);
        }

        await engine.CompactAsync(db.Database, cancellationToken);
        await FinishAsync(office, cancellationToken);
        return true;
    }

    /// <summary>后来又有的 — deletes data saved after the deletion (clock set back, power cut), and the backups that may contain it. The signed record
    /// stays unchanged; the audit records it.</summary>
    private async Task<bool> PurgeLateDataAsync(Office office, bool isLast, bool afterStart, CancellationToken cancellationToken)
    {
        var late = await db.InOneTransactionAsync(() => DestroyLateRowsAsync(office, isLast, cancellationToken), cancellationToken);
        if (!late && !afterStart)
        {
            return false;
        }

        foreach (var part in parts.Where(part => isLast || !part.OnlyForLastOffice))
        {
            if (await part.DestroyAsync(office.Code, isLast, cancellationToken) is > 0 and var count)
            {
                db.Audit(DestroyedAgain, $"村居 {office.Code}", $"{part.Kind} {count} {part.Unit}", SystemUser.Program);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await engine.CompactAsync(db.Database, cancellationToken);
        return late;
    }

    private async Task<bool> DestroyLateRowsAsync(Office office, bool isLast, CancellationToken cancellationToken)
    {
        List<string> found = [];
        foreach (var rows in RetentionPlan.Rows(db.Model).Where(rows => isLast || !rows.OnlyForLastOffice))
        {
            if (await db.Database.ExecuteSqlRawAsync(rows.Sql, [office.Code], cancellationToken) is > 0 and var count)
            {
                found.Add($"{rows.Kind} {count} {rows.Unit}");
            }
        }

        if (found.Count == 0)
        {
            return false;
        }

        // Before the rows are deleted for good, so that an interruption here is noticed again.
        var removed = await backups.DestroyAsync(db, clock.Now, clock.Now, cancellationToken);
        db.Audit(DestroyedAgain, $"村居 {office.Code}", string.Join('，', [.. found, $"备份 {removed.Count} 个文件{(removed.Left.Count > 0 ? $"，第二个地方还有 {removed.Left.Count} 个没有删掉，要手工销毁" : "")}"]), SystemUser.Program);
        return true;
    }

    private async Task BeginAsync(Office office, CancellationToken cancellationToken)
    {
        if (await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == office.Code, cancellationToken))
        {
            return;
        }

        await db.InOneTransactionAsync(
            async () =>
            {
                var end = await db.EpidemicEnds.IgnoreQueryFilters().Where(each => each.OfficeCode == office.Code && each.ConfirmedAt != null)
                    .OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancellationToken);
                db.DestructionRecords.Add(DestructionRecord.Begin(office, end?.Notice, clock.Now, clock.Today));
            },
            cancellationToken);
    }

    /// <summary>Whether no other office keeps resident data on this server.</summary>
    private async Task<bool> IsLastAsync(Office office, CancellationToken cancellationToken)
    {
        var done = await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt != null).Select(record => record.OfficeCode).ToListAsync(cancellationToken);
        return !await db.Offices.AnyAsync(other => other.Code != office.Code && !done.Contains(other.Code), cancellationToken);
    }

    private Task RunStepAsync(Office office, string code, string kind, string unit, string how, Func<Task<int>> destroy, CancellationToken cancellationToken) => db.InOneTransactionAsync(
        async () =>
        {
            var count = await destroy();
            (await RecordAsync(office, cancellationToken)).Note(code, kind, unit, how, count, clock.Now);
        },
        cancellationToken);

    private Task<DestructionRecord> RecordAsync(Office office, CancellationToken cancellationToken) =>
        db.DestructionRecords.IgnoreQueryFilters().Include(record => record.Steps.OrderBy(step => step.Id)).SingleAsync(record => record.OfficeCode == office.Code, cancellationToken);

    private Task FinishAsync(Office office, CancellationToken cancellationToken) => db.InOneTransactionAsync(
        async () =>
        {
            var record = await RecordAsync(office, cancellationToken);
            var papers = record.CountOf(RetentionPlan.CodeOf<HealthPass>(db.Model), RetentionPlan.CodeOf<Declaration>(db.Model), RetentionPlan.CodeOf<DeclarationDraft>(db.Model));
            var (roster, ledgers) = (record.CountOf(RetentionPlan.CodeOf<Resident>(db.Model)), record.CountOf(RetentionPlan.CodeOf<ReceivedRegister>(db.Model)));
            db.Audit("销毁", $"村居 {office.Code}", $"申报、通行卡、草稿共 {papers} 份{(roster > 0 ? $"，居民名册 {roster} 人" : "")}", SystemUser.Program);
            if (ledgers > 0)
            {
                db.Audit("销毁", $"乡镇 {office.Code[..9]}", $"收到的台账共 {ledgers} 份", SystemUser.Program);
            }

            // Save first: the chain head that is recorded must include these two entries.
            await db.SaveChangesAsync(cancellationToken);
            var sign = await SignerAsync(office);
            record.Finish(await HeadAsync(cancellationToken), sign, clock.Now);
        },
        cancellationToken);

    /// <summary>Head of the audit chain, so that the printed record shows later whether the chain was truncated.</summary>
    private async Task<string> HeadAsync(CancellationToken cancellationToken) =>
        await db.AuditRecords.AsNoTracking().OrderByDescending(record => record.Id).Select(record => new { record.Id, record.Hash }).FirstOrDefaultAsync(cancellationToken) is { } last
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
            // A database copied without its keys: the record is not signed digitally, and says so.
            return _ => "";
        }
    }
}
