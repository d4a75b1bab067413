using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Encryption;

/// <summary>加密的列 — declared at the column in its mapping; converters and key rotation derive from there.</summary>
internal static class EncryptedColumns
{
    private const string IsEncrypted = "HealthCode:Encrypted";
    private const string IsHashed = "HealthCode:Hashed";

    /// <summary>加密: stored encrypted; no query can ask for its value.</summary>
    public static PropertyBuilder<T> Encrypted<T>(this PropertyBuilder<T> property) => property.HasAnnotation(IsEncrypted, true);

    /// <summary>查找: stored as HMAC; equality lookup and uniqueness only, not reversible.</summary>
    public static PropertyBuilder<string> Hashed(this PropertyBuilder<string> property) => property.HasAnnotation(IsHashed, true);

    /// <summary>Whether the property is stored encrypted.</summary>
    public static bool IsStoredEncrypted(this IReadOnlyProperty property) => property.FindAnnotation(IsEncrypted) is not null;

    /// <summary>Whether the property is stored as HMAC.</summary>
    public static bool IsStoredHashed(this IReadOnlyProperty property) => property.FindAnnotation(IsHashed) is not null;

    /// <summary>Sets the converters of such columns.</summary>
    public static void Apply(IMutableModel model, DataKeys keys)
    {
        foreach (var (entity, property) in model.GetEntityTypes().SelectMany(entity => entity.GetProperties(), (entity, property) => (entity, property)).ToList())
        {
            if (property.FindAnnotation(IsEncrypted) is not null)
            {
                var place = $"{entity.GetTableName()}.{property.GetColumnName()}";
                var closing = new ValueConverter<string, byte[]>(text => keys.Encrypt(text, place), value => keys.Decrypt(value, place));
                property.SetValueConverter(property.GetValueConverter()?.ComposeWith(closing) ?? closing);
            }
            else if (property.FindAnnotation(IsHashed) is not null)
            {
                property.SetValueConverter(new ValueConverter<string, string>(text => keys.Hash(text), mark => mark));
            }
        }
    }

    /// <summary>The tables that hold encrypted columns.</summary>
    public static IReadOnlyList<EncryptedTable> Of(IModel model) =>
    [
        // Single: rows are found again by one column, so a composite key would change others.
        .. model.GetEntityTypes().Where(entity => entity.GetProperties().Any(property => property.FindAnnotation(IsEncrypted) is not null)).Select(entity => new EncryptedTable(
                entity.GetTableName()!,
                entity.FindPrimaryKey()!.Properties.Single().GetColumnName(),
                [.. entity.GetProperties().Where(property => property.FindAnnotation(IsEncrypted) is not null).Select(property => property.GetColumnName())]))
            .OrderBy(table => table.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A table with encrypted columns.</summary>
/// <param name="Name">The table.</param>
/// <param name="Key">Its primary key, one column.</param>
/// <param name="Columns">The encrypted ones.</param>
public sealed record EncryptedTable(string Name, string Key, IReadOnlyList<string> Columns);
