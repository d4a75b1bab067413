using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>Finds the titles among the first rows, and reads the rows below by them.</summary>
internal sealed partial class RowGathering(Import import)
{
    /// <summary>A title and a line of how to fill in may stand above the header row.</summary>
    private const int LastHeaderRow = 10;

    private readonly Dictionary<int, ImportColumn> _known = [];
    private readonly Dictionary<int, string> _others = [];
    private readonly List<ImportRow> _rows = [];

    /// <summary>Takes what is there.</summary>
    /// <exception cref="SheetRefusedException">No titles, no rows, or too many.</exception>
    public SheetRows Take(IEnumerable<SheetLine> lines)
    {
        List<SheetLine> top = [];
        SheetLine? header = null;
        foreach (var line in lines)
        {
            if (header is null && line.Number <= LastHeaderRow)
            {
                top.Add(line);
                continue;
            }

            header ??= Begin(top);
            Add(line);
        }

        header ??= Begin(top);
        return _rows.Count > 0
            ? new(header.Number, [.. Titles(header)], _rows)
            : throw new SheetRefusedException("标题行下面没有填内容，没有可以导入的。");
    }

    private static string Key(string title) => string.Concat(HalfWidth.Of(title).Where(c => !char.IsWhiteSpace(c) && c != '*'));

    /// <summary>Of a number, what people and keyboards put around it is left out: a leading ', spaces, full width, the marks a phone adds when copying.</summary>
    private static string PaperNumber(string text) => string.Concat(HalfWidth.Of(text)
        .Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).TrimStart('\'', '‘', '’', '`');

    [GeneratedRegex(@"^\d(\.\d+)?[Ee]\+\d+$")]
    private static partial Regex Scientific();

    private SheetLine Begin(List<SheetLine> top)
    {
        var header = Header(top);
        Know(header);
        foreach (var line in top.Where(line => line.Number > header.Number))
        {
            Add(line);
        }

        return header;
    }

    private SheetLine Header(List<SheetLine> top)
    {
        if (top.All(line => line.Cells.Count == 0))
        {
            throw new SheetRefusedException($"表是空的，或者标题行不在前 {LastHeaderRow} 行里。");
        }

        var titles = import.Columns.Select(column => Key(column.Title)).ToHashSet();
        int Known(SheetLine line) => line.Cells.Count(cell => titles.Contains(Key(cell.Text)));
        var best = top.MaxBy(Known)!;
        return Known(best) > 0
            ? best
            : throw new SheetRefusedException($"前 {LastHeaderRow} 行里没有找到标题行。请用{import.Name}的模板填写，标题行是：{string.Join('、', import.Columns.Select(column => column.Title))}。");
    }

    private void Know(SheetLine header)
    {
        foreach (var cell in header.Cells.Where(cell => Key(cell.Text).Length > 0))
        {
            if (import.Columns.FirstOrDefault(column => Key(column.Title) == Key(cell.Text)) is not { } column)
            {
                _others.TryAdd(cell.Column, cell.Text.Trim());
            }
            else if (!_known.TryAdd(cell.Column, column) || _known.Values.Count(each => each == column) > 1)
            {
                throw new SheetRefusedException($"标题行里有两栏“{column.Title}”，请删去一栏。");
            }
        }

        var missing = import.Columns.Where(column => column.IsRequired && !_known.ContainsValue(column)).Select(column => $"“{column.Title}”").ToList();
        if (missing.Count > 0)
        {
            throw new SheetRefusedException($"第 {header.Number} 行是标题行，里面没有{string.Concat(missing)}。请用{import.Name}的模板填写，不要改标题。");
        }
    }

    /// <summary>Known titles as the import has them, others as they stand.</summary>
    private IEnumerable<string> Titles(SheetLine header) => header.Cells.Select(cell => cell.Column).Distinct()
        .Select(column => _known.TryGetValue(column, out var known) ? known.Title : _others.GetValueOrDefault(column, ""))
        .Where(title => title.Length > 0).Distinct();

    private void Add(SheetLine line)
    {
        if (!line.Cells.Any(cell => _known.ContainsKey(cell.Column) && !string.IsNullOrWhiteSpace(cell.Text)))
        {
            return;
        }

        if (_rows.Count == SheetFile.MostRows)
        {
            throw new SheetRefusedException($"超过 {SheetFile.MostRows:N0} 行，一次导不了这么多。请分成几个文件，每个不超过 {SheetFile.MostRows:N0} 行。");
        }

        var cells = new Dictionary<string, string>();
        var row = new ImportRow(line.Number, cells);
        foreach (var cell in line.Cells)
        {
            if (_known.TryGetValue(cell.Column, out var column))
            {
                cells[column.Title] = column.IsPaperNumber ? PaperNumber(cell.Text) : cell.Text.Trim();
                if (Fault(column, cell, cells[column.Title]) is { } fault)
                {
                    row.Wrong(column.Title, $"第 {line.Number} 行{fault}");
                }
            }
            else if (_others.TryGetValue(cell.Column, out var title))
            {
                cells.TryAdd(title, cell.Text.Trim());
            }
        }

        foreach (var column in import.Columns.Where(column => column.IsRequired && row[column.Title].Length == 0 && row.Faults.All(fault => fault.Title != column.Title)))
        {
            row.Wrong(column.Title, $"第 {line.Number} 行“{column.Title}”没有填");
        }

        _rows.Add(row);
    }

    private static string? Fault(ImportColumn column, SheetCell cell, string text) => cell.Kind switch
    {
        SheetCellKind.Formula => $"“{column.Title}”是公式，请改成文字",
        SheetCellKind.Error => $"“{column.Title}”是错误值 {text}，请改成文字",
        SheetCellKind.Number or SheetCellKind.Moment when column.IsPaperNumber => Damaged(column),
        _ when column.IsPaperNumber && Scientific().IsMatch(text) => Damaged(column),
        _ when text.Length > SheetFile.LongestCell => $"“{column.Title}”有 {text.Length:N0} 个字，超过 {SheetFile.LongestCell:N0} 个字",
        _ when text.AsSpan().IndexOfAny('\r', '\n') >= 0 => $"“{column.Title}”里有换行，请改成一行",
        _ when text.Any(char.IsControl) || !IsWhole(text) => $"“{column.Title}”里有看不见的控制字符，请删去重新填写",
        _ => null,
    };

    // Excel keeps fifteen figures: the last three of an identity number are gone for good (standards 6.2).
    private static string Damaged(ImportColumn column) => $"{column.Title}已被 Excel 损坏，请把这一栏改成文本后重新填写";

    /// <summary>Half a surrogate pair is no character.</summary>
    private static bool IsWhole(string text) => text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) == text.Count(c => c == '\uFFFD');
}
