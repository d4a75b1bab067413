using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Tests.Auditing;

/// <summary>What the audit calls an entity and its fields: these words are stored, so a change of one is seen here.</summary>
public sealed class AuditDescriptionsTests
{
    [Fact]
    public async Task What_is_stored_of_every_entity_and_field_stays_as_it_is()
    {
        await using var server = await OfficeServer.WithOfficeAsync();

        await server.InDb(db =>
        {
            Approved.Matches("descriptions", string.Concat(db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).OrderBy(entity => entity.ClrType.Name, StringComparer.Ordinal).Select(entity => Said(db, entity))));
            return Task.CompletedTask;
        });
    }

    private static string Said(OfficeDb db, IEntityType entity)
    {
        var sample = Sample(entity, 7);
        if (AuditDescriptions.Describe(sample) is not { } description)
        {
            return $"{entity.ClrType.Name}: -\n";
        }

        var said = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{entity.ClrType.Name}: {description} / {AuditDescriptions.Describe(Sample(entity, 0))}\n");
        foreach (var property in entity.GetProperties().Where(property => property.PropertyInfo is not null).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            said.Append(CultureInfo.InvariantCulture, $"    {property.Name}: {string.Join(" | ", Values(property).Select(value => Told(db.Entry(sample), property, value)).Distinct())}\n");
        }

        return said.ToString();
    }

    private static string Told(EntityEntry entry, IProperty property, object? value)
    {
        Set(entry.Entity, property, value);
        return AuditDescriptions.Fields([entry.Property(property)]) is { Length: > 0 } told ? told : "-";
    }

    /// <summary>An entity of which every text is its own name, and every number the same.</summary>
    private static object Sample(IEntityType entity, int number)
    {
        var sample = RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        foreach (var property in entity.GetProperties().Where(property => property.PropertyInfo is not null))
        {
            Set(sample, property, property.ClrType == typeof(string) ? $"<{property.Name}>" : property.ClrType == typeof(int) || property.ClrType == typeof(long) ? number : Values(property)[0]);
        }

        return sample;
    }

    private static object?[] Values(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
    {
        { IsEnum: true } kind => [.. Enum.GetValues(kind).Cast<object>()],
        { IsValueType: true } kind => [Activator.CreateInstance(kind)],
        _ => [null],
    };

    private static void Set(object entity, IProperty property, object? value)
    {
        var field = property.FieldInfo ?? property.DeclaringType.ClrType.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        field?.SetValue(entity, value is int number && type == typeof(long) ? (long)number : value);
    }
}
