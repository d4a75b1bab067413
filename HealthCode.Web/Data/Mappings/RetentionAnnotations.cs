using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

/// <summary>保存期限 — how long the rows of a table are kept, declared in its mapping; <c>Retention/</c> reads it there.</summary>
public static class RetentionAnnotations
{
    private const string IsRetained = "HealthCode:Retained";
    private const string IsPurged = "HealthCode:Purged";
    private const string IsPurgedWith = "HealthCode:PurgedWith";

    /// <summary>The rows stay: they name no resident.</summary>
    public static void Retained<T>(this EntityTypeBuilder<T> entity, string why)
        where T : class => entity.Metadata.Declare(IsRetained, why);

    /// <summary>The rows of an office are destroyed 30 days after the end of the epidemic.</summary>
    /// <inheritdoc cref="PurgedTable" path="/param"/>
    public static void Purged<T>(this EntityTypeBuilder<T> entity, string code, string kind, string unit, int order, string where = "\"OfficeCode\" = {0}")
        where T : class => entity.Metadata.Declare(IsPurged, new PurgedTable(code, kind, unit, order, where));

    /// <summary>All rows are destroyed when the last office of the server has come to its end.</summary>
    /// <inheritdoc cref="PurgedTable" path="/param"/>
    public static void PurgedWithTheLastOffice<T>(this EntityTypeBuilder<T> entity, string code, string kind, string unit, int order)
        where T : class => entity.Metadata.Declare(IsPurged, new PurgedTable(code, kind, unit, order, null) { OnlyForLastOffice = true });

    /// <summary>The rows are destroyed with those of the entity they belong to, by the foreign key.</summary>
    public static void PurgedWith<TOwner>(this EntityTypeBuilder entity)
        where TOwner : class => entity.Metadata.Declare(IsPurgedWith, typeof(TOwner));

    /// <summary>Why its rows stay; null when they do not.</summary>
    public static string? Retained(this IReadOnlyEntityType entity) => (string?)entity.FindAnnotation(IsRetained)?.Value;

    /// <summary>How its rows are destroyed; null when they stay or go with others.</summary>
    public static PurgedTable? Purged(this IReadOnlyEntityType entity) => (PurgedTable?)entity.FindAnnotation(IsPurged)?.Value;

    /// <summary>The entity with which its rows are destroyed; null when they stay or are destroyed by themselves.</summary>
    public static Type? PurgedWith(this IReadOnlyEntityType entity) => (Type?)entity.FindAnnotation(IsPurgedWith)?.Value;
}
