using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

/// <summary>搬到县里 — what becomes of a village's rows in the database of a county, declared in the mapping where it is not plain; <c>Backups/CountyImport</c> reads it there. Rows of an
/// office, and what belongs to them by a foreign key, are taken along; every <c>long</c> is the id of a row.</summary>
public static class ImportAnnotations
{
    private const string IsLeftBehind = "HealthCode:LeftBehind";
    private const string IsShared = "HealthCode:Shared";
    private const string IdsInside = "HealthCode:IdsInside";
    private const string Hashes = "HealthCode:Hashes";
    private const string IsProtected = "HealthCode:Protected";

    /// <summary>The rows are not taken along.</summary>
    public static void LeftBehind<T>(this EntityTypeBuilder<T> entity, string why)
        where T : class => entity.Metadata.Declare(IsLeftBehind, why);

    /// <summary>The rows belong to no office of the village alone: one with the same key that is there already stays.</summary>
    /// <param name="entity">The mapping.</param>
    /// <param name="greater">Of two rows with the same key the one with the greater value in this column stays; null for the one that is there.</param>
    public static void SharedByOffices<T>(this EntityTypeBuilder<T> entity, string? greater = null)
        where T : class => entity.Metadata.Declare(IsShared, greater ?? "");

    /// <summary>Every number in its JSON is the id of a row.</summary>
    public static PropertyBuilder<T> HoldsIds<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.Declare(IdsInside, true);
        return property;
    }

    /// <summary>What its hash is made of, where the property itself has only the hash.</summary>
    public static PropertyBuilder<string> HashOf<T>(this PropertyBuilder<string> property, Func<T, string> text)
        where T : class
    {
        property.Metadata.Declare(Hashes, (Func<object, string>)(row => text((T)row)));
        return property;
    }

    /// <summary>Stored under ASP.NET Core's data protection.</summary>
    public static PropertyBuilder<T> ProtectedFor<T>(this PropertyBuilder<T> property, string purpose)
    {
        property.Metadata.Declare(IsProtected, purpose);
        return property;
    }

    /// <summary>Why its rows are not taken along; null when they are.</summary>
    public static string? LeftBehind(this IReadOnlyEntityType entity) => (string?)entity.FindAnnotation(IsLeftBehind)?.Value;

    /// <summary>Null if its rows belong to an office; else the column that decides between two rows, or empty.</summary>
    public static string? SharedByOffices(this IReadOnlyEntityType entity) => (string?)entity.FindAnnotation(IsShared)?.Value;

    /// <inheritdoc cref="HoldsIds{T}"/>
    public static bool HoldsIds(this IReadOnlyProperty property) => property.FindAnnotation(IdsInside) is not null;

    /// <inheritdoc cref="HashOf{T}"/>
    public static Func<object, string>? HashOf(this IReadOnlyProperty property) => (Func<object, string>?)property.FindAnnotation(Hashes)?.Value;

    /// <summary>The purpose of its protection; null when it has none.</summary>
    public static string? ProtectedFor(this IReadOnlyProperty property) => (string?)property.FindAnnotation(IsProtected)?.Value;
}
