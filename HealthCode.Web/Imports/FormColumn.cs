using HealthCode.Domain.Rules;
using HealthCode.Web.Declarations;

namespace HealthCode.Web.Imports;

/// <summary>申报表的一栏 — a column of the sheet, the field of the form it stands for, and how a cell gets there.</summary>
/// <param name="Field">Whose sentences are shown in it.</param>
/// <param name="Column">In the sheet.</param>
/// <param name="Fill">Puts the cell's words on the form; false when they are not among the choices.</param>
internal sealed record FormColumn(Field Field, ImportColumn Column, Func<DeclarationInput, string, bool> Fill)
{
    /// <summary>A column that goes onto the form as typed.</summary>
    public static FormColumn Of(Field field, ImportColumn column, Action<DeclarationInput, string> fill) => new(field, column, (form, cell) =>
    {
        fill(form, cell);
        return true;
    });

    /// <summary>A column with a list of words.</summary>
    public static FormColumn Of<T>(Field field, string title, double width, string hint, IReadOnlyList<(string Word, T Value)> words, Action<DeclarationInput, T?> fill) =>
        Of(field, new(title, width, false, hint, ImportColumnKind.Words, PersonColumns.Choices(words)), words, fill);

    /// <summary>A column with a list of words, described elsewhere.</summary>
    public static FormColumn Of<T>(Field field, ImportColumn column, IReadOnlyList<(string Word, T Value)> words, Action<DeclarationInput, T?> fill) => new(field, column, (form, cell) =>
    {
        if (!RowParser.TryWord(cell, words, out var value))
        {
            return false;
        }

        // A blank cell is a blank on the paper, whatever the first word of the list means.
        if (cell.Length > 0)
        {
            fill(form, value);
        }

        return true;
    });
}
