using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>销毁的数据密钥 — last step, for the last office: without the keys, unknown copies of the database can never be decrypted. Backups contain their
/// own keys.</summary>
public sealed class DataKeyPurge(OfficeDb db, DataKeyStore dataKeys, OfficeClock clock) : IPurgeStep
{
    public string Code => "data-keys";

    public string Kind => "居民资料的加密密钥";

    public string Unit => "套";

    public string How => "覆写后删除";

    public bool OnlyForLastOffice => true;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken)
    {
        if (await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode && (record.FinishedAt != null || record.Steps.Any(step => step.Code == Code)), cancellationToken))
        {
            return 0;
        }

        // Requests that waited for the lock during the deletion may have saved rows since, encrypted with the old keys; no more can follow.
        await db.InOneTransactionAsync(
            async () =>
            {
                await DestroyLateRowsAsync(officeCode, cancellationToken);
                dataKeys.DestroyAll();
            },
            cancellationToken);
        return 1;
    }

    /// <summary>Deletes late rows of all offices; the other offices' data was deleted earlier.</summary>
    private async Task DestroyLateRowsAsync(string officeCode, CancellationToken cancellationToken)
    {
        var record = await db.DestructionRecords.IgnoreQueryFilters().Include(each => each.Steps.OrderBy(step => step.Id)).SingleAsync(each => each.OfficeCode == officeCode, cancellationToken);
        foreach (var office in await db.Offices.Select(each => each.Code).ToListAsync(cancellationToken))
        {
            foreach (var rows in RetentionPlan.Rows(db.Model))
            {
                if (await db.Database.ExecuteSqlRawAsync(rows.Sql, [office], cancellationToken) is > 0 and var count)
                {
                    record.Note(rows.Code, rows.Kind, rows.Unit, RowPurge.How, count, clock.Now);
                }
            }
        }
    }
}
