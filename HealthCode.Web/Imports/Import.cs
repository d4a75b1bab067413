using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>导入 — one kind of sheet that comes in: its columns, and what is done with its rows. All or nothing: one wrong row and nothing has changed.</summary>
public abstract class Import
{
    /// <summary>In addresses, e.g. <c>residents</c>.</summary>
    public abstract string Code { get; }

    /// <summary>As the office calls it, e.g. 居民名册.</summary>
    public abstract string Name { get; }

    /// <summary>One line for whoever looks for it.</summary>
    public abstract string Purpose { get; }

    /// <summary>The columns of its template, in order. A file may have them in any order, and more beside them.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>The title of the column that shows what is said of a field; null stands for the whole row.</summary>
    public virtual string ColumnOf(Field? field) => Columns[0].Title;

    /// <summary>Takes the rows in, within a transaction. What is wrong is said with <see cref="ImportRow.Wrong(string, string, string?)"/>; if anything is, the transaction is given up.</summary>
    /// <param name="context">For whom and with what.</param>
    /// <param name="rows">Every row that is not empty.</param>
    /// <param name="done">Told how many rows have been dealt with.</param>
    /// <param name="cancellationToken">The program is being stopped.</param>
    public abstract Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken);
}
