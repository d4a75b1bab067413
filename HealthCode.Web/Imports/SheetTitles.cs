using System.Text.RegularExpressions;
using HealthCode.Domain.Rules;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>标题 — the column titles an import accepts, its own and alternative ones.</summary>
internal sealed partial class SheetTitles
{
    private readonly Dictionary<string, ImportColumn> _own;
    private readonly Dictionary<string, ImportColumn> _others;

    public SheetTitles(Import import)
    {
        _own = import.Columns.ToDictionary(column => Key(column.Title));
        _others = import.Columns.SelectMany(column => column.OtherTitles, (column, title) => (Title: title, Column: column))
            .ToDictionary(each => Key(each.Title), each => each.Column);
    }

    /// <summary>Normalises a title: removes white space, * and （必填）, converts full-width characters.</summary>
    public static string Key(string title) =>
        string.Concat(Remark().Replace(HalfWidth.Normalize(title), "").Where(c => !char.IsWhiteSpace(c) && c != '*'));

    /// <summary>The column with exactly this title, or null.</summary>
    public ImportColumn? Own(string title) => _own.GetValueOrDefault(Key(title));

    /// <summary>The column with this alternative title, or null.</summary>
    public ImportColumn? Other(string title) => _others.GetValueOrDefault(Key(title));

    /// <summary>Number of known titles in a row.</summary>
    public int Known(SheetLine line) => line.Cells.Count(cell => (Own(cell.Text) ?? Other(cell.Text)) is not null);

    [GeneratedRegex(@"\((必填|选填|可不填|没有可不填|如有)\)")]
    private static partial Regex Remark();
}
