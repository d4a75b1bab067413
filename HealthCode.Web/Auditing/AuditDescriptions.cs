using HealthCode.Web.Data;
using HealthCode.Web.Data.Mappings;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HealthCode.Web.Auditing;

/// <summary>Audit descriptions of entities and changes, as declared in the EF mappings.</summary>
public static class AuditDescriptions
{
    /// <summary>Description of an audited entity.</summary>
    public static string DescriptionOf(this OfficeDb db, object entity) =>
        db.Model.FindEntityType(entity.GetType())?.Audited()?.Describe?.Invoke(entity) ?? throw new InvalidOperationException($"{entity.GetType().Name} is not audited");

    /// <summary>Description of an entity that belongs to an office, and the office's code.</summary>
    public static (string Description, string OfficeCode) SubjectOf(this OfficeDb db, object entity) =>
        (db.DescriptionOf(entity), (string)db.Entry(entity).Property(nameof(CurrentUser.OfficeCode)).CurrentValue!);

    /// <summary>Kind and number of the entity, never a resident's name; null if the entity is not audited by row.</summary>
    public static string? Describe(EntityEntry entry) => entry.Metadata.Audited()?.Describe?.Invoke(entry.Entity);

    /// <summary>Names of the changed fields; with old and new values if they are not personal.</summary>
    public static string Fields(IEnumerable<PropertyEntry> properties) => string.Join('、', properties
        .Select(field => (Field: field, Audited: field.Metadata.Audited()))
        .Where(each => each.Audited is not { IsIgnored: true })
        .Select(each => (each.Audited?.Word ?? each.Field.Metadata.Name) + AuditValuePolicy.Change(each.Field)));

    /// <summary>代谁办理, if the entity knows it: the relation to the resident, never the name.</summary>
    public static string OnBehalfOf(EntityEntry entry) =>
        entry.Metadata.Audited() is { ActedFor: { } words } audited && (entry.State == EntityState.Added || entry.Property(audited.ActedForOn).IsModified) ? words(entry.Entity) : "";
}
