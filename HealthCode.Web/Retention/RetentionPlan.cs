using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Web.Retention;

/// <summary>销毁计划 — every table of the database is either destroyed or stays for a reason, as its mapping declares.</summary>
public static class RetentionPlan
{
    /// <summary>In this order. A step may be done again at any time: it deletes what it finds.</summary>
    public static IReadOnlyList<RowPurge> Rows(IReadOnlyModel model) =>
        [.. model.GetEntityTypes().Where(entity => entity.Purged() is not null).OrderBy(entity => entity.Purged()!.Order).Select(entity => Step(model, entity, entity.Purged()!))];

    /// <summary>Tables that stay, and why: they name no resident.</summary>
    public static IReadOnlyDictionary<string, string> Staying(IReadOnlyModel model) =>
        model.GetEntityTypes().Where(entity => entity.Retained() is not null).ToDictionary(entity => entity.GetTableName()!, entity => entity.Retained()!);

    /// <summary>The step of the record of destruction that counts these.</summary>
    public static string CodeOf<T>(IReadOnlyModel model) => model.FindEntityType(typeof(T))?.Purged()?.Code ?? throw new InvalidOperationException($"{typeof(T).Name} is not destroyed by itself");

    private static RowPurge Step(IReadOnlyModel model, IReadOnlyEntityType entity, PurgedTable purged) => new(
        purged.Code,
        purged.Kind,
        purged.Unit,
        $"DELETE FROM \"{entity.GetTableName()}\"{(purged.Where is { } rows ? $" WHERE {rows}" : "")}",
        [entity.GetTableName()!, .. model.GetEntityTypes().Where(other => other.PurgedWith() == entity.ClrType).Select(other => other.GetTableName()!)]) { WithTheLastOffice = purged.WithTheLastOffice };
}
