using HealthCode.Domain.Rules;

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

    /// <summary>What the form of the office's province says of it, before <see cref="Hint"/>; null where it is the same everywhere.</summary>
    public Func<PassTerms, string>? FormHint { get; init; }
}

/// <summary>As what a column's cells are read.</summary>
public enum ImportColumnKind
{
    /// <summary>文字, a 户号 or a 门牌号 among them: a day in it is what a spreadsheet made of 4-1.</summary>
    Words,

    /// <summary>证件号码: text only; a number that a spreadsheet has taken for a figure is refused, never guessed.</summary>
    DocumentNumber,

    /// <summary>电话: up to fifteen figures a spreadsheet keeps exactly.</summary>
    Telephone,

    /// <summary>日期: a day, or words that say one; of bare numbers only eight figures.</summary>
    Day,
}
