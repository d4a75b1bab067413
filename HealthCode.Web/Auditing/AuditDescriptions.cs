using HealthCode.Web.Data;
using HealthCode.Web.Data.Mappings;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HealthCode.Web.Auditing;

/// <summary>What a change is called in the audit list, as the mappings declare it.</summary>
public static class AuditDescriptions
{
    /// <summary>What the audit calls an entity that it records.</summary>
    public static string DescriptionOf(this OfficeDb db, object entity) =>
        db.Model.FindEntityType(entity.GetType())?.Audited()?.Describe?.Invoke(entity) ?? throw new InvalidOperationException($"{entity.GetType().Name} is not audited");

    /// <summary>What the audit calls an entity of one office, and that office.</summary>
    public static (string Description, string OfficeCode) SubjectOf(this OfficeDb db, object entity) =>
        (db.DescriptionOf(entity), (string)db.Entry(entity).Property(nameof(CurrentUser.OfficeCode)).CurrentValue!);

    /// <summary>Kind and number of the entity, never a resident's name; null for what is not recorded row by row.</summary>
    public static string? Describe(EntityEntry entry) => entry.Metadata.Audited()?.Describe?.Invoke(entry.Entity);

    /// <summary>The names of changed fields, and what they were and are where that is nothing personal.</summary>
    public static string Fields(IEnumerable<PropertyEntry> properties) => string.Join('、', properties
        .Select(field => (Field: field, Audited: field.Metadata.Audited()))
        .Where(each => each.Audited is not { IsIgnored: true })
        .Select(each => (each.Audited?.Word ?? each.Field.Metadata.Name) + AuditValuePolicy.Change(each.Field)));

    /// <summary>代谁办理, as far as the entity knows: what he is to the resident, never who he is.</summary>
    public static string OnBehalfOf(EntityEntry entry) =>
        entry.Metadata.Audited() is { ActedFor: { } words } audited && (entry.State == EntityState.Added || entry.Property(audited.ActedForOn).IsModified) ? words(entry.Entity) : "";
}
