using HealthCode.Domain.Rules;
using HealthCode.Web.Declarations;

namespace HealthCode.Web.Imports;

/// <summary>申报表的一栏 — a column of the sheet, the form field it fills, and how.</summary>
/// <param name="Field">The field whose errors are shown in this column.</param>
/// <param name="Column">The column of the sheet.</param>
/// <param name="Fill">Sets the field from the cell text; false if the text is not one of the choices.</param>
internal sealed record FormColumn(Field Field, ImportColumn Column, Func<DeclarationInput, string, bool> Fill)
{
    /// <summary>A column with free text.</summary>
    public static FormColumn Of(Field field, ImportColumn column, Action<DeclarationInput, string> fill) => new(field, column, (form, cell) =>
    {
        fill(form, cell);
        return true;
    });

    /// <summary>A column with a fixed list of words.</summary>
    public static FormColumn Of<T>(Field field, string title, double width, string hint, IReadOnlyList<(string Word, T Value)> words, Action<DeclarationInput, T?> fill) =>
        Of(field, new(title, width, false, hint, ImportColumnKind.Words, PersonColumns.Choices(words)), words, fill);

    /// <summary>A column with a fixed list of words, for an existing column definition.</summary>
    public static FormColumn Of<T>(Field field, ImportColumn column, IReadOnlyList<(string Word, T Value)> words, Action<DeclarationInput, T?> fill) => new(field, column, (form, cell) =>
    {
        if (!RowParser.TryWord(cell, words, out var value))
        {
            return false;
        }

        // A blank cell leaves the field empty, even if the default of T is one of the choices.
        if (cell.Length > 0)
        {
            fill(form, value);
        }

        return true;
    });
}
