namespace HealthCode.Domain.Rules;

/// <summary>栏 — the field of a form that a sentence belongs to. A page maps it to its input, an import to its column.</summary>
/// <param name="Name">A value of the feature's own enum, e.g. <c>DeclarationField.BirthDate</c>.</param>
/// <param name="Number">第几处、第几条: from 1 where the form has several, otherwise 0.</param>
public sealed record Field(Enum Name, int Number = 0)
{
    /// <summary>The only one of this name.</summary>
    public static implicit operator Field(Enum name) => new(name);
}
