namespace HealthCode.Domain.Rules;

/// <summary>栏 — the form field an error message refers to. Pages map it to an input, imports to a column.</summary>
/// <param name="Name">A value of the feature's own enum, e.g. <c>DeclarationField.BirthDate</c>.</param>
/// <param name="Number">第几处、第几条: index from 1 if the form has several such fields, otherwise 0.</param>
public sealed record Field(Enum Name, int Number = 0)
{
    /// <summary>Converts an enum value to an unnumbered field.</summary>
    public static implicit operator Field(Enum name) => new(name);
}
