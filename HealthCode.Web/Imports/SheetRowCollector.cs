using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>Finds the header row among the first rows, and reads the rows below it.</summary>
internal sealed class SheetRowCollector(Import import, SheetTitles titles)
{
    private const string Yes = "是";

    private readonly Dictionary<int, ImportColumn> _known = [];
    private readonly Dictionary<int, string> _others = [];
    private readonly SortedSet<int> _untitled = [];
    private readonly List<ImportRow> _rows = [];
    private int? _answers;
    private int _hidden;
    private int _confirmed;

    /// <summary>Reads the rows.</summary>
    /// <exception cref="SheetRefusedException">No header row, no rows, or too many.</exception>
    public SheetRows Take(IEnumerable<SheetLine> lines)
    {
        List<SheetLine> top = [];
        SheetLine? header = null;
        foreach (var line in lines)
        {
            if (header is null && line.Number <= SheetFile.LastTitleRow)
            {
                top.Add(line);
                continue;
            }

            header ??= Begin(top);
            Add(line);
        }

        header ??= Begin(top);
        return _rows.Count > 0
            ? new(header.Number, [.. Titles(header)], _rows) { Unread = [.. Unread()], Hidden = _hidden, Confirmed = _confirmed }
            : throw new SheetRefusedException("标题行下面没有填内容，没有可以导入的。");
    }

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
            throw new SheetRefusedException($"表是空的，或者标题行不在前 {SheetFile.LastTitleRow} 行里。");
        }

        var best = top.MaxBy(titles.Known)!;
        return titles.Known(best) > 0
            ? best
            : throw new SheetRefusedException(
                $"前 {SheetFile.LastTitleRow} 行里没有找到标题行。请用{import.Name}的模板填写，标题行是：{string.Join('、', import.Columns.Select(column => column.Title))}。");
    }

    private void Know(SheetLine header)
    {
        var cells = header.Cells.Where(cell => SheetTitles.Key(cell.Text).Length > 0).ToList();
        foreach (var cell in cells)
        {
            if (titles.Own(cell.Text) is { } column && !Take(cell, column))
            {
                throw new SheetRefusedException($"标题行里有两栏“{column.Title}”，请删去一栏。");
            }
        }

        // An exact title takes precedence over an alternative one; two alternative titles for the same column are ambiguous.
        var own = _known.Values.ToHashSet();
        foreach (var cell in cells.Where(cell => titles.Own(cell.Text) is null))
        {
            if (titles.Other(cell.Text) is not { } column || own.Contains(column))
            {
                _others.TryAdd(cell.Column, cell.Text.Trim());
            }
            else if (!Take(cell, column))
            {
                throw new SheetRefusedException($"标题行里有两栏都可以当作“{column.Title}”。请把要导入的一栏改成“{column.Title}”，再上传。");
            }
        }

        _answers = cells.Where(cell => cell.Text.Trim() == CellMarks.Confirmed).Select(cell => (int?)cell.Column).FirstOrDefault();
        var missing = import.Columns.Where(column => column.IsRequired && !_known.ContainsValue(column)).Select(column => $"“{column.Title}”").ToList();
        if (missing.Count > 0)
        {
            throw new SheetRefusedException($"第 {header.Number} 行是标题行，里面没有{string.Concat(missing)}。请用{import.Name}的模板填写，不要改标题。");
        }
    }

    private bool Take(SheetCell cell, ImportColumn column) => !_known.ContainsValue(column) && _known.TryAdd(cell.Column, column);

    /// <summary>Known titles as defined by the import, others as in the file.</summary>
    private IEnumerable<string> Titles(SheetLine header) => header.Cells.Select(cell => cell.Column).Distinct()
        .Select(column => _known.TryGetValue(column, out var known) ? known.Title : _others.GetValueOrDefault(column, ""))
        .Where(title => title.Length > 0).Distinct();

    /// <summary>Columns of the file that are ignored, from left to right.</summary>
    private IEnumerable<string> Unread() => _others.Where(each => each.Value is not (ImportFaults.Title or CellMarks.Confirmed))
        .Concat(_untitled.Select(column => KeyValuePair.Create(column, $"{Workbook.Letters(column + 1)} 列（没有标题）")))
        .OrderBy(each => each.Key).Select(each => each.Value).Distinct();

    private void Add(SheetLine line)
    {
        if (!line.Cells.Any(cell => _known.ContainsKey(cell.Column) && !cell.IsCovered && !string.IsNullOrWhiteSpace(cell.Text)))
        {
            return;
        }

        if (_rows.Count == SheetFile.MostRows)
        {
            throw new SheetRefusedException($"超过 {SheetFile.MostRows:N0} 行，一次导不了这么多。请分成几个文件，每个不超过 {SheetFile.MostRows:N0} 行。");
        }

        var isConfirmed = _answers is not null && line.Cells.Any(cell => cell.Column == _answers && cell.Text.Trim() == Yes);
        var cells = new Dictionary<string, string>();
        var row = new ImportRow(line.Number, cells);
        foreach (var cell in line.Cells)
        {
            if (_known.TryGetValue(cell.Column, out var column))
            {
                cells[column.Title] = Read(row, column, cell, isConfirmed);
            }
            else if (_others.TryGetValue(cell.Column, out var title))
            {
                cells.TryAdd(title, cell.Text.Trim());
            }
            else if (!string.IsNullOrWhiteSpace(cell.Text))
            {
                _untitled.Add(cell.Column);
            }
        }

        foreach (var column in import.Columns.Where(column => column.IsRequired && row[column.Title].Length == 0 && !row.Faults.Has(column.Title)))
        {
            row.AddError(column.Title, $"第 {line.Number} 行“{column.Title}”没有填");
        }

        _rows.Add(row);
        _hidden += line.IsHidden ? 1 : 0;
    }

    private string Read(ImportRow row, ImportColumn column, SheetCell cell, bool isConfirmed)
    {
        var reading = CellReading.Of(column, cell);
        if (reading.Mark == CellMarks.Check && isConfirmed)
        {
            _confirmed++;
        }
        else if (reading.Fault is { } fault)
        {
            row.WrongAsMarked(column.Title, $"第 {row.Number} 行{fault}", reading.Mark);
        }

        return reading.Text;
    }
}
