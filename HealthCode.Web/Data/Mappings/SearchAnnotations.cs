using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

/// <summary>查询 — the texts by which a declaration or a resident is found, declared in the mapping of the entity that has them; <c>Search/SearchIndex</c> reads them there.</summary>
public static class SearchAnnotations
{
    private const string Name = "HealthCode:FoundBy";

    /// <summary>The entity has texts by which a declaration or a resident is found.</summary>
    public static void FoundBy<T>(this EntityTypeBuilder<T> entity, Func<T, IEnumerable<SearchTerm>> terms)
        where T : class => entity.Metadata.Declare(Name, (Func<object, IEnumerable<SearchTerm>>)(each => terms((T)each)));

    /// <summary>The terms of an entity of this type; null when none are declared.</summary>
    public static Func<object, IEnumerable<SearchTerm>>? FoundBy(this IReadOnlyEntityType entity) =>
        (Func<object, IEnumerable<SearchTerm>>?)entity.FindAnnotation(Name)?.Value;
}
