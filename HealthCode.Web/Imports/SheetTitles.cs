using System.Text.RegularExpressions;
using HealthCode.Domain.Rules;
using HealthCode.Web.Spreadsheets;

namespace HealthCode.Web.Imports;

/// <summary>标题 — which titles an import knows, its own and those under which offices keep the same thing.</summary>
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

    /// <summary>A title without what offices put around it: spaces, full width, * and （必填）.</summary>
    public static string Key(string title) =>
        string.Concat(Remark().Replace(HalfWidth.Of(title), "").Where(c => !char.IsWhiteSpace(c) && c != '*'));

    /// <summary>The column of this very title, or null.</summary>
    public ImportColumn? Own(string title) => _own.GetValueOrDefault(Key(title));

    /// <summary>The column that is also called this, or null.</summary>
    public ImportColumn? Other(string title) => _others.GetValueOrDefault(Key(title));

    /// <summary>How many titles stand in a row.</summary>
    public int Known(SheetLine line) => line.Cells.Count(cell => (Own(cell.Text) ?? Other(cell.Text)) is not null);

    [GeneratedRegex(@"\((必填|选填|可不填|没有可不填|如有)\)")]
    private static partial Regex Remark();
}
