using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthCode.Tests.Benchmarks;

/// <summary>Entities of one table as the values that EF Core would send to the database: its own mappings, converters and parameters, without its change tracker.</summary>
internal sealed class EntityRows
{
    private readonly IReadOnlyList<Column> _columns;

    private EntityRows(string table, IReadOnlyList<Column> columns) => (Table, _columns) = (table, columns);

    public string Table { get; }

    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Name)];

    public static EntityRows Of<T>(IModel model) => Of(model.FindEntityType(typeof(T))!);

    /// <summary>The values of an entity; those given by name replace its own, or those of columns that it has no property for.</summary>
    public object?[] Read(object entity, params ReadOnlySpan<(string Column, object Value)> given)
    {
        var row = new object?[_columns.Count];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = _columns[i].Read?.Invoke(entity);
            foreach (var (column, value) in given)
            {
                row[i] = column == _columns[i].Name ? value : row[i];
            }
        }

        return row;
    }

    /// <summary>A parameter for a column, as EF Core makes it for this engine.</summary>
    public DbParameter Parameter(DbCommand command, int column, string name) => _columns[column].Mapping.CreateParameter(command, name, null, true);

    private static EntityRows Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        var own = type.GetProperties().Select(property => ColumnOf(property, table, entity => entity));
        var owned = type.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()).SelectMany(navigation => navigation.TargetEntityType.GetProperties()
            .Where(property => !property.IsPrimaryKey()).Select(property => ColumnOf(property, table, entity => navigation.PropertyInfo!.GetValue(entity))));
        return new(table.Name, [.. own, .. owned]);
    }

    private static Column ColumnOf(IProperty property, StoreObjectIdentifier table, Func<object, object?> container)
    {
        var mapping = property.GetRelationalTypeMapping();
        var convert = mapping.Converter?.ConvertToProvider ?? (value => value);
        var getter = property.IsShadowProperty() ? null : property.GetGetter();
        return new(property.GetColumnName(table)!, mapping, getter is null ? null : entity => container(entity) is { } holder && getter.GetClrValue(holder) is { } value ? convert(value) : null);
    }

    private sealed record Column(string Name, RelationalTypeMapping Mapping, Func<object, object?>? Read);
}
