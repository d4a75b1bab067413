using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>销毁的数据密钥 — last of all, with the last office: what was ever closed, also in a copy of the database that nobody knows of, stays closed for good. A backup has keys of its own.</summary>
public sealed class DestroyedDataKeys(OfficeDb db, DataKeyBox box, OfficeClock clock) : IDestructionPart
{
    public string Code => "data-keys";

    public string Kind => "居民资料的加密密钥";

    public string Unit => "套";

    public string How => "覆写后删除";

    public bool WithTheLastOffice => true;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken stopping)
    {
        if (await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode && (record.FinishedAt != null || record.Steps.Any(step => step.Code == Code)), stopping))
        {
            return 0;
        }

        // Who waited in line while the rows went has saved since, closed with the old keys: from here on nobody can.
        await db.InOneTransaction(
            async () =>
            {
                await DestroyLateRowsAsync(officeCode, stopping);
                box.DestroyAll();
            },
            stopping);
        return 1;
    }

    /// <summary>Of every office: those of the others have been destroyed before.</summary>
    private async Task DestroyLateRowsAsync(string officeCode, CancellationToken stopping)
    {
        var record = await db.DestructionRecords.IgnoreQueryFilters().Include(each => each.Steps.OrderBy(step => step.Id)).SingleAsync(each => each.OfficeCode == officeCode, stopping);
        foreach (var office in await db.Offices.Select(each => each.Code).ToListAsync(stopping))
        {
            foreach (var rows in DestructionPlan.Rows)
            {
                if (await db.Database.ExecuteSqlRawAsync(rows.Sql, [office], stopping) is > 0 and var count)
                {
                    record.Note(rows.Code, rows.Kind, rows.Unit, DestroyedRows.How, count, clock.Now);
                }
            }
        }
    }
}
