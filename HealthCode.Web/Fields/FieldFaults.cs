using System.Collections.ObjectModel;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Fields;

/// <summary>All errors of a form or row, in the order in which they were found.</summary>
public sealed class FieldFaults<TField> : Collection<FieldFault<TField>>
    where TField : class
{
    /// <summary>Whether the field already has an error.</summary>
    public bool Has(TField field) => this.Any(fault => field.Equals(fault.Field));

    /// <summary>Adds an error for a field.</summary>
    public void Add(TField? field, string sentence, string? code = null) => Add(new FieldFault<TField>(field, sentence, code));

    /// <summary>Adds broken rules, each with its code.</summary>
    /// <param name="breaches">The broken rules.</param>
    /// <param name="fieldOf">Maps the rule's field to the field of this form or sheet.</param>
    public void Add(IEnumerable<Breach> breaches, Func<Field?, TField?> fieldOf)
    {
        foreach (var breach in breaches)
        {
            Add(fieldOf(breach.Field), breach.Sentence, breach.Rule.Code);
        }
    }

    /// <summary>Adds an error for a missing value, unless the field already has one.</summary>
    public void Need(TField field, bool isMissing, string sentence)
    {
        if (isMissing && !Has(field))
        {
            Add(field, sentence);
        }
    }
}

/// <summary>An error in a field.</summary>
/// <typeparam name="TField">Identifies a field: a <see cref="Field"/> in a form, a column title in a sheet.</typeparam>
/// <param name="Field">The field, or null for the whole form or row.</param>
/// <param name="Sentence">Message for the user.</param>
/// <param name="Code">Code of the broken rule; null for missing or unreadable input.</param>
public sealed record FieldFault<TField>(TField? Field, string Sentence, string? Code = null)
    where TField : class;
