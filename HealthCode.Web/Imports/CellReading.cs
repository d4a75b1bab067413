using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Domain.Rules;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>Reads one cell according to its column, and detects damage done by spreadsheet programs.</summary>
/// <param name="Text">The text read.</param>
/// <param name="Fault">Error message without the row number; null if none.</param>
/// <param name="Mark">Prefix for the cell in the 错误表, usually empty.</param>
internal readonly partial record struct CellReading(string Text, string? Fault = null, string Mark = "")
{
    private const string AsText = "请把这一栏改成文本后重新填写";
    private const int ExactDigits = 15;

    private static string Compare => $"请对照证件或原表核对，错了就改；没有错的，在“{CellMarks.Confirmed}”栏填“是”（错误表里已经加好这一栏）";

    /// <summary>Reads a cell.</summary>
    public static CellReading Of(ImportColumn column, SheetCell cell)
    {
        var (mark, words) = CellMarks.Split(cell.Text);
        var text = Plain(column, words);
        return mark switch
        {
            // An empty cell with a mark counts as empty.
            CellMarks.Refill when text.Length > 0 => new(text, $"“{column.Title}”还没有重新填写：请照原表填写，连“{CellMarks.Refill}”一起删去", mark),
            CellMarks.Check when text.Length > 0 => new(text, $"“{column.Title}”还没有核对：{Compare}", mark),
            _ => Against(column, cell, text),
        };
    }

    private static CellReading Against(ImportColumn column, SheetCell cell, string text) => cell.Kind switch
    {
        SheetCellKind.Formula => Refill(text, $"“{column.Title}”是公式，请改成文字"),
        SheetCellKind.Error => Refill(text, $"“{column.Title}”是错误值 {text}，请改成文字"),
        SheetCellKind.Number or SheetCellKind.Moment when column.Kind == ImportColumnKind.DocumentNumber => Refill(text, Damaged(column)),
        SheetCellKind.Moment when column.Kind != ImportColumnKind.Day && !(column.Kind == ImportColumnKind.Time && IsHour(text)) =>
            Refill(text, $"{column.Title}已被 Excel 改成{(IsHour(text) ? "时间" : "日期")}，{AsText}"),
        SheetCellKind.Number when column.Kind == ImportColumnKind.Day && !IsEightFigures(text) => Refill(text, NoDay(column, text)),
        SheetCellKind.Unknown when column.Kind == ImportColumnKind.Day && Figure().IsMatch(text) && !IsEightFigures(text) =>
            Refill(text, NoDay(column, text)),
        SheetCellKind.Number when text.Count(char.IsAsciiDigit) > ExactDigits => Refill(text, Damaged(column)),
        _ when Scientific().IsMatch(text) => Refill(text, Damaged(column)),
        _ when text.Length > SheetFile.LongestCell => new(text, $"“{column.Title}”有 {text.Length:N0} 个字，超过 {SheetFile.LongestCell:N0} 个字"),
        _ when text.AsSpan().IndexOfAny('\r', '\n') >= 0 => new(text, $"“{column.Title}”里有换行，请改成一行"),
        _ when text.Any(char.IsControl) || !IsWhole(text) => Refill(text, $"“{column.Title}”里有看不见的控制字符，请删去重新填写"),
        _ when column.Kind != ImportColumnKind.Day && Rounded().IsMatch(text) =>
            new(text, $"{column.Title}末尾是 000，Excel 会把第 {ExactDigits} 位以后的数字改成 0。{Compare}", CellMarks.Check),
        SheetCellKind.Unknown when column.Kind != ImportColumnKind.Day && DayAsSaved().IsMatch(text) =>
            new(text, $"“{column.Title}”是“{text}”，可能是 Excel 改成的日期。{Compare}", CellMarks.Check),
        _ => new(text),
    };

    private static CellReading Refill(string text, string fault) => new(text, fault, CellMarks.Refill);

    private static string Plain(ImportColumn column, string text) => column.Kind switch
    {
        ImportColumnKind.DocumentNumber or ImportColumnKind.Telephone => Bare(text),
        ImportColumnKind.Day => Midnight().Replace(text.Trim(), ""),
        ImportColumnKind.Time => Seconds().Replace(text.Trim(), "$1"),
        _ => PlainHan.Normalize(text.Trim()),
    };

    /// <summary>Removes from a number what people and keyboards add: a leading ', white space, full-width and invisible characters.</summary>
    private static string Bare(string text) => string.Concat(HalfWidth.Normalize(text)
        .Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).TrimStart('\'', '‘', '’', '`');

    // Excel keeps fifteen digits: the last three of an ID number are lost.
    private static string Damaged(ImportColumn column) => $"{column.Title}已被 Excel 损坏，{AsText}";

    private static string NoDay(ImportColumn column, string text) =>
        $"“{column.Title}”是数字 {text}，看不出是哪一天（12.10 会被 Excel 存成 12.1），请把这一栏改成文本，写成 20201210 这样的八位";

    private static bool IsEightFigures(string text) => text.Length == 8 && text.All(char.IsAsciiDigit);

    private static bool IsHour(string text) => text.Length == 5;

    /// <summary>Whether the text has no unpaired surrogate.</summary>
    private static bool IsWhole(string text) => text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) == text.Count(c => c == '\uFFFD');

    [GeneratedRegex(@"^\d(\.\d+)?[Ee]\+\d+$")]
    private static partial Regex Scientific();

    /// <summary>A number as a spreadsheet writes it: 12.1, but not 0305.</summary>
    [GeneratedRegex(@"^(0|[1-9]\d*)(\.\d+)?$")]
    private static partial Regex Figure();

    /// <summary>Eighteen digits of which only the first fifteen are reliable.</summary>
    [GeneratedRegex(@"^\d{15}000$")]
    private static partial Regex Rounded();

    /// <summary>A date as a spreadsheet saves it: 4月1日, 1-Apr, Apr-20, 2020/4/1, 2020年4月1日.</summary>
    [GeneratedRegex(
        @"^(\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}(-\d{2,4})?|[A-Z][a-z]{2}-\d{2,4}"
        + @"|\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}年\d{1,2}月(\d{1,2}日)?)$")]
    private static partial Regex DayAsSaved();

    /// <summary>Seconds, which spreadsheets add to a time when saving it as text.</summary>
    [GeneratedRegex(@"^(\d{1,2}:\d{2}):\d{2}$")]
    private static partial Regex Seconds();

    /// <summary>Midnight, appended to a date by programs that know only date and time together.</summary>
    [GeneratedRegex(@"[ T]0?0:00(:00(\.0+)?)?$")]
    private static partial Regex Midnight();
}
