using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Retention;

/// <summary>销毁的审计内容 — who did what to which paper goes with the papers; the chain of hashes stays and still holds. Once: what is recorded afterwards speaks of no resident.</summary>
public sealed class AuditPayloadPurge(OfficeDb db) : IPurgeStep
{
    public string Code => "audit";

    public string Kind => "审计记录的内容";

    public string Unit => "条";

    public string How => "从数据库清空并覆写，保留链值";

    public bool WithTheLastOffice => false;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken) =>
        await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode && record.Steps.Any(step => step.Code == Code), cancellationToken) ? 0 : await AuditChain.DestroyPayloadsAsync(db, isLast ? null : officeCode);
}
