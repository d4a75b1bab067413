using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>导入栏 — a column of an import.</summary>
/// <param name="Title">Title in the header row.</param>
/// <param name="Width">Width in characters.</param>
/// <param name="IsRequired">Whether it must be filled in every row.</param>
/// <param name="Hint">Explanation, for the 填表说明 of the template.</param>
/// <param name="Kind">How its cells are read.</param>
/// <param name="Choices">Allowed words; empty if any text is allowed.</param>
public sealed record ImportColumn(
    string Title, double Width, bool IsRequired, string Hint, ImportColumnKind Kind = ImportColumnKind.Words, params string[] Choices)
{
    /// <summary>别名 — other titles accepted for this column.</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    /// <summary>Explanation depending on the province's form, shown before <see cref="Hint"/>; null if it is the same everywhere.</summary>
    public Func<PassTerms, string>? FormHint { get; init; }
}

/// <summary>How the cells of a column are read.</summary>
public enum ImportColumnKind
{
    /// <summary>文字, including 户号 or 门牌号: a date in such a cell is an error, because spreadsheets turn 4-1 into a date.</summary>
    Words,

    /// <summary>证件号码: text only; a numeric cell is rejected, because it may have lost digits.</summary>
    DocumentNumber,

    /// <summary>电话: may be numeric, because spreadsheets keep up to fifteen digits exactly.</summary>
    Telephone,

    /// <summary>日期: a date cell, or a text with a date; of numbers only eight digits (yyyyMMdd).</summary>
    Day,

    /// <summary>时刻: a time cell, or a text with a time of day.</summary>
    Time,
}
