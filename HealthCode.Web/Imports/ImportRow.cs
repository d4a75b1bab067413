using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Imports;

/// <summary>One row of a sheet that came in.</summary>
/// <param name="number">As the spreadsheet counts it, from 1.</param>
/// <param name="cells">Title of the column → what the cell says, trimmed; dates as yyyyMMdd.</param>
public sealed class ImportRow(int number, IReadOnlyDictionary<string, string> cells)
{
    private Dictionary<string, string>? _marks;

    /// <summary>第几行.</summary>
    public int Number => number;

    /// <summary>What is wrong with it, cell by cell: the fields are titles.</summary>
    public FieldFaults<string> Faults { get; } = [];

    /// <summary>Whether one of its cells is to be compared and answered for.</summary>
    internal bool IsAsked => _marks?.ContainsValue(CellMarks.Check) == true;

    /// <summary>What a cell says; empty when the column or the cell is not there.</summary>
    public string this[string title] => cells.GetValueOrDefault(title, "");

    /// <summary>Says what is wrong with a cell, in a sentence for who typed it.</summary>
    public void Wrong(string title, string fault, string? code = null) => Faults.Add(title, fault, code);

    /// <summary>Says which rule a cell breaks.</summary>
    public void Wrong(string title, Breach breach) => Wrong(title, breach.Sentence, breach.Rule.Code);

    /// <summary>Says what is wrong with a cell that must not come back as it is.</summary>
    internal void WrongAsMarked(string title, string fault, string mark)
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
