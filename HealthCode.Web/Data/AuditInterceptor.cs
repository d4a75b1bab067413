using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HealthCode.Web.Data;

/// <summary>Writes an audit record for every change in the same save: neither can be had without the other.</summary>
public sealed class AuditInterceptor : SaveChangesInterceptor
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

    private static void Record(OfficeDb db)
    {
        var records = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => (Entry: entry, Subject: AuditSubjects.Describe(entry.Entity)))
            .Where(change => change.Subject is not null)
            .Select(change => (change.Entry.State, Subject: change.Subject!, Fields: ChangedFields(change.Entry)))
            .Where(change => change.State != EntityState.Modified || change.Fields.Length > 0)
            .Select(change => db.Written(Word(change.State), change.Subject, change.Fields))
            .ToList();
        db.AuditRecords.AddRange(records);
    }

    private static string ChangedFields(EntityEntry entry) => entry.State == EntityState.Modified
        ? AuditSubjects.Fields(entry.Properties.Where(property => property.IsModified && !Equals(property.CurrentValue, property.OriginalValue)).Select(property => property.Metadata.Name))
        : "";

    private static string Word(EntityState state) => state switch
    {
        EntityState.Added => "新建",
        EntityState.Modified => "修改",
        _ => "删除",
    };
}
