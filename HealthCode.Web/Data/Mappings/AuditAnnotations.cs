using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

/// <summary>审计的说法 — declared at the entity and at the property in its mapping; <c>Auditing/</c> reads them there. The words are stored: a changed one no longer finds the older records.</summary>
public static class AuditAnnotations
{
    private const string Name = "HealthCode:Audited";

    /// <summary>Every row that is added, changed or removed is audited under this description.</summary>
    /// <param name="entity">The mapping.</param>
    /// <param name="description">Kind and number, never a resident's name.</param>
    public static void AuditedAs<T>(this EntityTypeBuilder<T> entity, Func<T, string> description)
        where T : class => entity.Metadata.Declare(Name, OrNew(entity.Metadata.Audited()) with { Describe = each => description((T)each) });

    /// <summary>Rows are not audited one by one.</summary>
    public static void NotAudited<T>(this EntityTypeBuilder<T> entity, string why)
        where T : class => entity.Metadata.Declare(Name, OrNew(entity.Metadata.Audited()) with { WhyNot = why });

    /// <summary>代谁办理: told when the row is new or this property has changed.</summary>
    /// <param name="entity">The mapping.</param>
    /// <param name="on">The property.</param>
    /// <param name="words">What somebody else is to the resident, never who he is; empty when nobody acted for him.</param>
    public static void ActedFor<T>(this EntityTypeBuilder<T> entity, string on, Func<T, string> words)
        where T : class => entity.Metadata.Declare(Name, OrNew(entity.Metadata.Audited()) with { ActedForOn = on, ActedFor = each => words((T)each) });

    /// <summary>The office's word for the property.</summary>
    public static PropertyBuilder<T> AuditedAs<T>(this PropertyBuilder<T> property, string word) =>
        property.Declare(OrNew(property.Metadata.Audited()) with { Word = word });

    /// <summary>Its change is never told.</summary>
    public static PropertyBuilder<T> NotAudited<T>(this PropertyBuilder<T> property) =>
        property.Declare(OrNew(property.Metadata.Audited()) with { IsIgnored = true });

    /// <summary>It holds nothing personal: the audit tells what it was and what it is. Of every other property it tells only that it was changed.</summary>
    /// <param name="property">The mapping.</param>
    /// <param name="words">The value as the office says it, where it is no text, number, day or moment.</param>
    public static PropertyBuilder<T> Disclosed<T>(this PropertyBuilder<T> property, Func<T, string>? words = null) =>
        property.Declare(OrNew(property.Metadata.Audited()) with { IsDisclosed = true, Words = words is null ? null : value => words((T)value) });

    /// <summary>What its mapping declares; null when it says nothing.</summary>
    public static AuditedEntity? Audited(this IReadOnlyEntityType entity) => (AuditedEntity?)entity.FindAnnotation(Name)?.Value;

    /// <inheritdoc cref="Audited(IReadOnlyEntityType)"/>
    public static AuditedProperty? Audited(this IReadOnlyProperty property) => (AuditedProperty?)property.FindAnnotation(Name)?.Value;

    private static AuditedEntity OrNew(AuditedEntity? declared) => declared ?? new();

    private static AuditedProperty OrNew(AuditedProperty? declared) => declared ?? new();

    private static PropertyBuilder<T> Declare<T>(this PropertyBuilder<T> property, AuditedProperty audited)
    {
        property.Metadata.Declare(Name, audited);
        return property;
    }
}
