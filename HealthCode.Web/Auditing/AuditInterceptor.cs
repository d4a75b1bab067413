using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HealthCode.Web.Auditing;

/// <summary>Adds an audit record for every change to the same transaction, so that neither is stored without the other; chains them in its last save.</summary>
public sealed class AuditInterceptor(AuditChain chain) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record((OfficeDb)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record((OfficeDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Record(OfficeDb db)
    {
        if (db.PendingAudit.IsBeingStored)
        {
            var pending = db.PendingAudit.Take();
            chain.Append(db, pending);
            db.AuditRecords.AddRange(pending);
            return;
        }

        var entries = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        List<AuditRecord> records = [.. Noted(entries), .. Changes(db, entries)];
        if (records.Count > 0 && db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("an audit record is written inside a transaction of OfficeDb, which stores it at its end");
        }

        db.PendingAudit.Add(records);
    }

    /// <summary>Explicitly added records in their order; detached first, because they get their number only when chained.</summary>
    private static List<AuditRecord> Noted(IEnumerable<EntityEntry> entries)
    {
        var noted = entries.Where(entry => entry is { Entity: AuditRecord, State: EntityState.Added })
            .OrderBy(entry => (long)entry.Property(nameof(AuditRecord.Id)).CurrentValue!).ToList();
        noted.ForEach(entry => entry.State = EntityState.Detached);
        return [.. noted.Select(entry => (AuditRecord)entry.Entity)];
    }

    private static IEnumerable<AuditRecord> Changes(OfficeDb db, IEnumerable<EntityEntry> entries) => entries
        .Select(entry => (Entry: entry, Subject: AuditDescriptions.Describe(entry)))
        .Where(change => change.Subject is not null)
        .Select(change => (change.Entry, Subject: change.Subject!, Fields: ChangedFields(change.Entry)))
        .Where(change => change.Entry.State != EntityState.Modified || change.Fields.Length > 0)
        .Select(change => db.Written(Word(change.Entry.State), change.Subject, change.Fields, AuditDescriptions.OnBehalfOf(change.Entry)));

    private static string ChangedFields(EntityEntry entry) => entry.State == EntityState.Modified
        ? AuditDescriptions.Fields(entry.Properties.Where(property => property.IsModified && !Equals(property.CurrentValue, property.OriginalValue)))
        : "";

    private static string Word(EntityState state) => state switch
    {
        EntityState.Added => "新建",
        EntityState.Modified => "修改",
        _ => "删除",
    };
}
