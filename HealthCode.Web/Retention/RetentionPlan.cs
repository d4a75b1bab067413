using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Web.Retention;

/// <summary>销毁计划 — derived from the EF mappings, which declare for every table how its rows are deleted, or why they are kept.</summary>
public static class RetentionPlan
{
    /// <summary>The deletion steps in order. Each can be repeated at any time.</summary>
    public static IReadOnlyList<RowPurge> Rows(IReadOnlyModel model) =>
        [.. model.GetEntityTypes().Where(entity => entity.Purged() is not null).OrderBy(entity => entity.Purged()!.Order).Select(entity => Step(model, entity, entity.Purged()!))];

    /// <summary>Tables that are kept, with the reason: they contain no resident data.</summary>
    public static IReadOnlyDictionary<string, string> Staying(IReadOnlyModel model) =>
        model.GetEntityTypes().Where(entity => entity.Retained() is not null).ToDictionary(entity => entity.GetTableName()!, entity => entity.Retained()!);

    /// <summary>Code of the step in the destruction record that deletes this entity.</summary>
    public static string CodeOf<T>(IReadOnlyModel model) => model.FindEntityType(typeof(T))?.Purged()?.Code ?? throw new InvalidOperationException($"{typeof(T).Name} is not destroyed by itself");

    private static RowPurge Step(IReadOnlyModel model, IReadOnlyEntityType entity, PurgedTable purged) => new(
        purged.Code,
        purged.Kind,
        purged.Unit,
        $"DELETE FROM \"{entity.GetTableName()}\"{(purged.Where is { } rows ? $" WHERE {rows}" : "")}",
        [entity.GetTableName()!, .. model.GetEntityTypes().Where(other => other.PurgedWith() == entity.ClrType).Select(other => other.GetTableName()!)]) { OnlyForLastOffice = purged.OnlyForLastOffice };
}
