namespace HealthCode.Web.Imports;

/// <summary>导入栏.</summary>
/// <param name="Title">As it stands in the header row.</param>
/// <param name="Width">In characters of the sheet's font.</param>
/// <param name="IsRequired">Whether every row must fill it.</param>
/// <param name="Hint">What belongs in it, for the 填表说明 of the template.</param>
/// <param name="Kind">As what its cells are read.</param>
/// <param name="Choices">The words one can choose from, or none.</param>
public sealed record ImportColumn(
    string Title, double Width, bool IsRequired, string Hint, ImportColumnKind Kind = ImportColumnKind.Words, params string[] Choices)
{
    /// <summary>别名 — other titles under which offices keep the same thing.</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];
}
