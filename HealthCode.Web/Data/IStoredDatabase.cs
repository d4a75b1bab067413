namespace HealthCode.Web.Data;

/// <summary>A database read without the model: it may be of another version, or damaged.</summary>
public interface IStoredDatabase : IDisposable
{
    /// <summary>The migrations applied to it, oldest first.</summary>
    IReadOnlyList<string> Migrations { get; }

    /// <summary>Table → row count.</summary>
    IReadOnlyDictionary<string, long> Rows { get; }

    /// <summary>Full integrity check; empty if there are no errors.</summary>
    IReadOnlyList<string> Faults();

    /// <summary>The values of one column of a table, ordered by another column; none if there is no such table.</summary>
    IReadOnlyList<object> Values(string table, string column, string orderedBy);

    /// <summary>The stored values of these columns in the first and last row of a table, without nulls.</summary>
    IReadOnlyList<IReadOnlyDictionary<string, byte[]>> Samples(string table, IReadOnlyList<string> columns);
}
