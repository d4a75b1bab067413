using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>销毁的审计内容 — clears the content of the office's audit records and keeps the hash chain, which remains verifiable. Runs once, because later
/// records contain no resident data.</summary>
public sealed class AuditPayloadPurge(OfficeDb db) : IPurgeStep
{
    public string Code => "audit";

    public string Kind => "审计记录的内容";

    public string Unit => "条";

    public string How => "从数据库清空并覆写，保留链值";

    public bool OnlyForLastOffice => false;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken) =>
        await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode && record.Steps.Any(step => step.Code == Code), cancellationToken) ? 0 : await AuditPayloads.DestroyAsync(db, isLast ? null : officeCode);
}
