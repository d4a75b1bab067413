using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Web.Backups;

/// <summary>搬的次序 — which tables of a village are brought into a county, those first to which others refer; from the model and what the mappings declare.</summary>
public static class ImportPlan
{
    /// <summary>The tables in the order in which their rows are written.</summary>
    public static IReadOnlyList<ImportedTable> Of(IModel model)
    {
        var tables = model.GetRelationalModel().Tables.Select(table => (Table: table, Entity: EntityOf(table))).Where(each => each.Entity.LeftBehind() is null)
            .OrderBy(each => each.Table.Name, StringComparer.Ordinal).ToList();
        List<ImportedTable> ordered = [];
        while (tables.Count > 0)
        {
            var free = tables.Where(each => each.Table.ForeignKeyConstraints.All(key => key.PrincipalTable == each.Table || tables.TrueForAll(other => other.Table != key.PrincipalTable))).ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException("tables refer to each other in a circle: " + string.Join(", ", tables.Select(each => each.Table.Name)));
            }

            ordered.AddRange(free.Select(each => new ImportedTable(each.Table.Name, each.Entity, [.. each.Table.Columns.Select(column => new ImportedColumn(column.Name, column.PropertyMappings[0].Property, StoredTypeOf(column)))])));
            tables.RemoveAll(free.Contains);
        }

        return ordered;
    }

    /// <summary>The entity whose key is the table's; others may lie in the same row.</summary>
    private static IEntityType EntityOf(ITable table) => (IEntityType)table.EntityTypeMappings.First(mapping => !mapping.TypeBase.ContainingEntityType.IsOwned()).TypeBase;

    private static Type StoredTypeOf(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}

/// <summary>A table that is brought along.</summary>
/// <param name="Name">Its name, the same in both databases.</param>
/// <param name="Entity">What its mapping declares.</param>
/// <param name="Columns">All of its columns.</param>
public sealed record ImportedTable(string Name, IEntityType Entity, IReadOnlyList<ImportedColumn> Columns)
{
    /// <summary>Columns of the primary key.</summary>
    public IReadOnlyList<string> Key => [.. Entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName())];

    /// <summary>Whether the database gives its ids.</summary>
    public bool NumbersItself => Entity.FindPrimaryKey()!.Properties is [{ ClrType: var type, ValueGenerated: ValueGenerated.OnAdd }] && type == typeof(long);

    /// <summary>What is done with a row whose key is there already; empty if there can be none.</summary>
    public string OnConflict => Entity.SharedByOffices() switch
    {
        null => "",
        "" => " ON CONFLICT DO NOTHING",
        var greater => $" ON CONFLICT ({string.Join(", ", Key.Select(column => $"\"{column}\""))}) DO UPDATE SET {string.Join(", ", Columns.Where(column => !Key.Contains(column.Name)).Select(column => $"\"{column.Name}\" = excluded.\"{column.Name}\""))} WHERE \"{Name}\".\"{greater}\" < excluded.\"{greater}\"",
    };
}

/// <summary>A column that is brought along.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Property">What its mapping declares.</param>
/// <param name="Stored">Type of the stored value.</param>
public sealed record ImportedColumn(string Name, IProperty Property, Type Stored)
{
    /// <summary>Whether it is the id of a row, of this table or another.</summary>
    public bool IsId => (Nullable.GetUnderlyingType(Property.ClrType) ?? Property.ClrType) == typeof(long);
}
