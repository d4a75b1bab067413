using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Imports;

/// <summary>One row of an imported sheet.</summary>
/// <param name="number">Row number in the spreadsheet, from 1.</param>
/// <param name="cells">Column title → cell text, trimmed; dates as yyyyMMdd.</param>
public sealed class ImportRow(int number, IReadOnlyDictionary<string, string> cells)
{
    private Dictionary<string, string>? _marks;

    /// <summary>第几行.</summary>
    public int Number => number;

    /// <summary>Errors of the row by column title.</summary>
    public FieldFaults<string> Faults { get; } = [];

    /// <summary>Whether one of its cells must be checked and confirmed by the user.</summary>
    internal bool NeedsConfirmation => _marks?.ContainsValue(CellMarks.Check) == true;

    /// <summary>Text of a cell; empty if the column or the cell does not exist.</summary>
    public string this[string title] => cells.GetValueOrDefault(title, "");

    /// <summary>Adds an error for a cell, with a message for the user.</summary>
    public void AddError(string title, string fault, string? code = null) => Faults.Add(title, fault, code);

    /// <summary>Adds an error for a cell that breaks a rule.</summary>
    public void AddError(string title, Breach breach) => AddError(title, breach.Sentence, breach.Rule.Code);

    /// <summary>Adds an error for a cell that must carry a mark in the 错误表.</summary>
    internal void WrongAsMarked(string title, string fault, string mark)
    {
        AddError(title, fault);
        if (mark.Length > 0)
        {
            (_marks ??= [])[title] = mark;
        }
    }

    /// <summary>Mark before the cell in the 错误表, usually empty.</summary>
    internal string MarkOf(string title) => _marks?.GetValueOrDefault(title) ?? "";
}
