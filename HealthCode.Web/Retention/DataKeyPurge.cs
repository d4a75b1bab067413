using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>销毁的数据密钥 — last of all, with the last office: what was ever closed, also in a copy of the database that nobody knows of, stays closed for good. A backup has keys of its own.</summary>
public sealed class DataKeyPurge(OfficeDb db, DataKeyStore dataKeys, OfficeClock clock) : IPurgeStep
{
    public string Code => "data-keys";

    public string Kind => "居民资料的加密密钥";

    public string Unit => "套";

    public string How => "覆写后删除";

    public bool WithTheLastOffice => true;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken)
    {
        if (await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode && (record.FinishedAt != null || record.Steps.Any(step => step.Code == Code)), cancellationToken))
        {
            return 0;
        }

        // Who waited in line while the rows went has saved since, closed with the old keys: from here on nobody can.
        await db.InOneTransactionAsync(
            async () =>
            {
                await DestroyLateRowsAsync(officeCode, cancellationToken);
                dataKeys.DestroyAll();
            },
            cancellationToken);
        return 1;
    }

    /// <summary>Of every office: those of the others have been destroyed before.</summary>
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
