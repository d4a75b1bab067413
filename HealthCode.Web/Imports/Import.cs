using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>导入 — one kind of import: its columns and how its rows are processed. All or nothing: one wrong row, and nothing is saved.</summary>
public abstract class Import
{
    /// <summary>Used in URLs, e.g. <c>residents</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Display name, e.g. 居民名册.</summary>
    public abstract string Name { get; }

    /// <summary>One-line description for the page.</summary>
    public abstract string Purpose { get; }

    /// <summary>Columns of the template, in order. A file may have them in any order, and additional ones.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Whether the notices of a province know what it takes in; an office of any other is not offered it.</summary>
    public virtual bool IsKnown(RulePack pack) => true;

    /// <summary>This import with the columns and words that an office's province has; the same for every province unless overridden.</summary>
    public virtual Import For(RulePack pack) => this;

    /// <summary>Title of the column for an error in a field; null means the whole row.</summary>
    public virtual string ColumnOf(Field? field) => Columns[0].Title;

    /// <summary>Processes the rows within a transaction. Errors are added with <see cref="ImportRow.AddError(string, string, string?)"/>; if there are
    /// any, the transaction is rolled back.</summary>
    /// <param name="context">Database, office, user and clock.</param>
    /// <param name="rows">All rows that are not empty.</param>
    /// <param name="done">Receives the number of rows processed so far.</param>
    /// <param name="cancellationToken">Cancelled when the server stops.</param>
    public abstract Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken);
}
