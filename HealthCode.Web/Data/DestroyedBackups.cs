using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>销毁的备份 — every backup holds everybody; the next night makes one without this office. Copies that are not plugged in are destroyed by hand, as the record says.</summary>
public sealed class DestroyedBackups(OfficeDb db, BackupFiles backups) : IDestructionPart
{
    public string Code => "backups";

    public string Kind => "备份文件";

    public string Unit => "个文件";

    public string How => "从磁盘删除";

    public bool WithTheLastOffice => false;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken stopping)
    {
        // Those made since the papers were gone hold none of them.
        var finished = await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.OfficeCode == officeCode).Select(record => record.FinishedAt).SingleOrDefaultAsync(stopping);
        return await backups.DestroyAsync(db, finished ?? DateTimeOffset.MaxValue, stopping);
    }
}
