namespace HealthCode.Web.Fields;

/// <summary>What is wrong with one field.</summary>
/// <typeparam name="TField">What tells fields apart: <see cref="Domain.Rules.Field"/> on a form, a column's title in a sheet.</typeparam>
/// <param name="Field">Which, or null for the whole form or row.</param>
/// <param name="Sentence">For who filled it in.</param>
/// <param name="Code">The code of the rule that is broken; null for what cannot be read or is missing.</param>
public sealed record FieldFault<TField>(TField? Field, string Sentence, string? Code = null)
    where TField : class;
