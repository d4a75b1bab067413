namespace HealthCode.Web.Spreadsheets;

/// <summary>合并单元格 — what one sees in a merged cell is said of every row it covers; what lies hidden under it is not.</summary>
internal sealed class MergedCells
{
    private const int Most = 200_000;

    // Whoever merges a thousand columns over the whole sheet, one over another, means no table.
    private const long MostWork = 100_000_000;

    private readonly List<Area> _areas = [];
    private readonly List<(Area Area, SheetCell? Says)> _open = [];
    private int _next;
    private long _work;

    /// <summary>One more of them; rows from 1, columns from 0.</summary>
    public void Add(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        if (_areas.Count == Most)
        {
            throw TooMany();
        }

        _areas.Add(new(firstRow, firstColumn, lastRow, lastColumn));
    }

    /// <summary>To be called when all have been added.</summary>
    public void Sort() => _areas.Sort((one, other) => one.FirstRow.CompareTo(other.FirstRow));

    /// <summary>The cells of a row as one sees them; rows from the top down.</summary>
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
        seen.AddRange(_open.Where(each => each.Area.FirstRow < row).Select(each => each.Says).OfType<SheetCell>().Select(cell => cell with { IsCovered = true }));
        seen.Sort((one, other) => one.Column.CompareTo(other.Column));
        return seen;
    }

    private readonly record struct Area(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
    {
        /// <summary>All but its first cell.</summary>
        public bool Hides(int row, int column) =>
            row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn && (row > FirstRow || column > FirstColumn);
    }
}
