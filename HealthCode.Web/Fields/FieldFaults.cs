using System.Collections.ObjectModel;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Fields;

/// <summary>Everything wrong with a form or a row, in the order in which it was found.</summary>
public sealed class FieldFaults<TField> : Collection<FieldFault<TField>>
    where TField : class
{
    /// <summary>Whether something is said of a field already.</summary>
    public bool Has(TField field) => this.Any(fault => field.Equals(fault.Field));

    /// <summary>Says what is wrong with a field.</summary>
    public void Add(TField? field, string sentence, string? code = null) => Add(new FieldFault<TField>(field, sentence, code));

    /// <summary>Broken rules, each with its code.</summary>
    /// <param name="breaches">What a rule list of the domain says.</param>
    /// <param name="fieldOf">Where that is on this form or in this sheet.</param>
    public void Add(IEnumerable<Breach> breaches, Func<Field?, TField?> fieldOf)
    {
        foreach (var breach in breaches)
        {
            Add(fieldOf(breach.Field), breach.Sentence, breach.Rule.Code);
        }
    }

    /// <summary>Asks for what is missing, unless something is said of the field already.</summary>
    public void Need(TField field, bool isMissing, string sentence)
    {
        if (isMissing && !Has(field))
        {
            Add(field, sentence);
        }
    }
}

/// <summary>What is wrong with one field.</summary>
/// <typeparam name="TField">What tells fields apart: <see cref="Field"/> on a form, a column's title in a sheet.</typeparam>
/// <param name="Field">Which, or null for the whole form or row.</param>
/// <param name="Sentence">For who filled it in.</param>
/// <param name="Code">The code of the rule that is broken; null for what cannot be read or is missing.</param>
public sealed record FieldFault<TField>(TField? Field, string Sentence, string? Code = null)
    where TField : class;
