namespace HealthCode.Web.Imports;

/// <summary>One row of a sheet that came in.</summary>
/// <param name="number">As the spreadsheet counts it, from 1.</param>
/// <param name="cells">Title of the column → what the cell says, trimmed; dates as yyyyMMdd.</param>
public sealed class ImportRow(int number, IReadOnlyDictionary<string, string> cells)
{
    private readonly List<(string Title, string Fault)> _faults = [];
    private Dictionary<string, string>? _marks;

    /// <summary>第几行.</summary>
    public int Number => number;

    /// <summary>What is wrong with it, cell by cell.</summary>
    public IReadOnlyList<(string Title, string Fault)> Faults => _faults;

    /// <summary>Whether one of its cells is to be compared and answered for.</summary>
    internal bool IsAsked => _marks?.ContainsValue(CellMarks.Check) == true;

    /// <summary>What a cell says; empty when the column or the cell is not there.</summary>
    public string this[string title] => cells.GetValueOrDefault(title, "");

    /// <summary>Says what is wrong with a cell, in a sentence for who typed it.</summary>
    public void Wrong(string title, string fault) => _faults.Add((title, fault));

    /// <summary>Says what is wrong with a cell that must not come back as it is.</summary>
    internal void Wrong(string title, string fault, string mark)
    {
        Wrong(title, fault);
        if (mark.Length > 0)
        {
            (_marks ??= [])[title] = mark;
        }
    }

    /// <summary>What stands before the cell in the 错误表, mostly nothing.</summary>
    internal string MarkOf(string title) => _marks?.GetValueOrDefault(title) ?? "";
}
