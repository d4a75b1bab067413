using System.Text.Json;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Data;

/// <summary>加密的列 — said at the column in its mapping; everything else follows from there: how it is saved, what is closed anew when the key changes.</summary>
internal static class SealedColumns
{
    private const string IsClosed = "HealthCode:Closed";
    private const string IsLookedUp = "HealthCode:LookedUp";

    /// <summary>加密: lies in the file closed; no query can ask for what it says.</summary>
    public static PropertyBuilder<T> Closed<T>(this PropertyBuilder<T> property) => property.HasAnnotation(IsClosed, true);

    /// <summary>查找: lies in the file as a mark, by which it is found and told apart, and from which nothing comes back.</summary>
    public static PropertyBuilder<string> LookedUp(this PropertyBuilder<string> property) => property.HasAnnotation(IsLookedUp, true);

    /// <summary>Has the columns closed with these keys.</summary>
    public static void Apply(IMutableModel model, DataKeys keys)
    {
        foreach (var (entity, property) in model.GetEntityTypes().SelectMany(entity => entity.GetProperties(), (entity, property) => (entity, property)).ToList())
        {
            if (property.FindAnnotation(IsClosed) is not null)
            {
                var place = $"{entity.GetTableName()}.{property.Name}";
                var closing = new ValueConverter<string, byte[]>(text => keys.Close(text, place), value => keys.Open(value, place));
                property.SetValueConverter(property.GetValueConverter()?.ComposeWith(closing) ?? closing);
            }
            else if (property.FindAnnotation(IsLookedUp) is not null)
            {
                property.SetValueConverter(new ValueConverter<string, string>(text => keys.LookUp(text), mark => mark));
            }
        }
    }

    /// <summary>The tables that hold such columns.</summary>
    public static IReadOnlyList<SealedTable> Of(IModel model) =>
    [
        .. model.GetEntityTypes().Select(entity => new SealedTable(entity.GetTableName()!, Names(entity, IsClosed), Names(entity, IsLookedUp)))
            .Where(table => table.Columns.Count > 0).OrderBy(table => table.Name, StringComparer.Ordinal),
    ];

    /// <summary>Opens a value that was read past the model.</summary>
    public static T Read<T>(this OfficeDb db, byte[] value, string place, JsonSerializerOptions? only = null) => ContentJson.Read<T>(db.Keys.OpenUtf8(value, place), only);

    private static List<string> Names(IEntityType entity, string annotation) =>
        [.. entity.GetProperties().Where(property => property.FindAnnotation(annotation) is not null).Select(property => property.Name)];
}
