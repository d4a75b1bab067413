namespace HealthCode.Web.Backups;

/// <summary>A row on its way, as it will be stored.</summary>
/// <param name="columns">Names of the columns.</param>
/// <param name="values">Their values.</param>
internal sealed class ImportedRow(IReadOnlyList<string> columns, object?[] values)
{
    /// <summary>All values, in the order of the columns.</summary>
    public object?[] Values => values;

    /// <summary>A value.</summary>
    public object? this[string column]
    {
        get => values[IndexOf(column)];
        set => values[IndexOf(column)] = value;
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
            {
                return i;
            }
        }

        throw new ArgumentException("there is no such column: " + column, nameof(column));
    }
}
