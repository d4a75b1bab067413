namespace HealthCode.Web.Spreadsheets;

/// <summary>合并单元格 — applies the value of a merged cell to every row it covers; hidden values below it are ignored.</summary>
internal sealed class MergedCells
{
    private const int Most = 200_000;

    // Limits the total work, against files with many large overlapping merged areas.
    private const long MostWork = 100_000_000;

    private readonly List<Area> _areas = [];
    private readonly List<(Area Area, SheetCell? Cell)> _open = [];
    private int _next;
    private long _work;

    /// <summary>Adds an area; rows from 1, columns from 0.</summary>
    public void Add(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        if (_areas.Count == Most)
        {
            throw TooMany();
        }

        _areas.Add(new(firstRow, firstColumn, lastRow, lastColumn));
    }

    /// <summary>Call after all areas have been added.</summary>
    public void Sort() => _areas.Sort((one, other) => one.FirstRow.CompareTo(other.FirstRow));

    /// <summary>The cells of a row with merged cells applied; must be called with ascending rows.</summary>
    public List<SheetCell> Seen(int row, List<SheetCell> cells) => _areas.Count == 0 ? cells : Under(row, cells);

    private static SheetRefusedException TooMany() => new("表里的合并单元格太多了，读不过来。请取消合并，一人一行填好，再上传。");

    private List<SheetCell> Under(int row, List<SheetCell> cells)
    {
        _open.RemoveAll(each => each.Area.LastRow < row);
        for (; _next < _areas.Count && _areas[_next].FirstRow <= row; _next++)
        {
            var area = _areas[_next];
            if (area.LastRow >= row)
            {
                var at = area.FirstRow == row ? cells.FindIndex(cell => cell.Column == area.FirstColumn) : -1;
                _open.Add((area, at >= 0 ? cells[at] : null));
            }
        }

        if (_open.Count == 0)
        {
            return cells;
        }

        _work += _open.Count * (1L + cells.Count);
        if (_work > MostWork)
        {
            throw TooMany();
        }

        List<SheetCell> seen = [.. cells.Where(cell => !_open.Exists(each => each.Area.Hides(row, cell.Column)))];
        seen.AddRange(_open.Where(each => each.Area.FirstRow < row).Select(each => each.Cell).OfType<SheetCell>().Select(cell => cell with { IsCovered = true }));
        seen.Sort((one, other) => one.Column.CompareTo(other.Column));
        return seen;
    }

    private readonly record struct Area(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
    {
        /// <summary>Whether the cell lies in the area but is not its first cell.</summary>
        public bool Hides(int row, int column) =>
            row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn && (row > FirstRow || column > FirstColumn);
    }
}
