using HealthCode.Domain.Offices;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>销毁的备份 — deletes all backups, because each contains every office; the next nightly backup is made without this one. Copies on media not
/// plugged in must be destroyed by hand.</summary>
public sealed class BackupPurge(OfficeDb db, BackupFiles backups, OfficeClock clock) : IPurgeStep
{
    public string Code => "backups";

    public string Kind => "备份文件";

    public string Unit => "个文件";

    public string How => "从磁盘删除";

    public bool OnlyForLastOffice => false;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken)
    {
        // Backups made after the data was deleted do not contain it.
        var finished = await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.OfficeCode == officeCode).Select(record => record.FinishedAt).SingleOrDefaultAsync(cancellationToken);
        var removed = await backups.DestroyAsync(db, finished ?? DateTimeOffset.MaxValue, clock.Now, cancellationToken);
        if (finished is null && removed.Left.Count > 0)
        {
            await LeaveToHandsAsync(officeCode, removed.Left, cancellationToken);
        }

        return removed.Count;
    }

    /// <summary>手工销毁: files that cannot be deleted (write-protected media) do not stop the deletion but are listed in the record.</summary>
    private Task LeaveToHandsAsync(string officeCode, IReadOnlyList<string> left, CancellationToken cancellationToken) => db.InOneTransactionAsync(
        async () =>
        {
            var record = await db.DestructionRecords.IgnoreQueryFilters().Include(each => each.Steps.OrderBy(step => step.Id)).SingleAsync(each => each.OfficeCode == officeCode, cancellationToken);
            if (record.Steps.All(step => step.Code != DestructionRecord.ByHand))
            {
                record.Note(DestructionRecord.ByHand, "第二个地方没有删掉的备份", Unit, "写不进去，要手工销毁：" + string.Join('、', left), left.Count, clock.Now);
            }
        },
        cancellationToken);
}
