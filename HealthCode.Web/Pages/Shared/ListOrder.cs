using System.Linq.Expressions;

namespace HealthCode.Web.Pages.Shared;

/// <summary>清单的次序 — how the rows of a list may be sorted: by its sortable heads, or as usual.</summary>
/// <param name="usual">The order while no head is chosen.</param>
/// <param name="tie">The order of rows that are equal under a head, so that a page never shows a row twice.</param>
public sealed class ListOrder<T>(Func<IQueryable<T>, IOrderedQueryable<T>> usual, Func<IOrderedQueryable<T>, IOrderedQueryable<T>> tie)
{
    private readonly Dictionary<string, Func<IQueryable<T>, bool, IOrderedQueryable<T>>> _heads = [];

    /// <summary>Names of the sortable heads.</summary>
    public IReadOnlyCollection<string> Heads => _heads.Keys;

    /// <summary>Adds a sortable head. Only columns that are stored openly can be sorted by the database.</summary>
    public ListOrder<T> By<TKey>(string head, Expression<Func<T, TKey>> key)
    {
        _heads.Add(head, (rows, descending) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key));
        return this;
    }

    /// <summary>Sorts the rows by a head; in descending order with a leading hyphen, as usual if there is no such head.</summary>
    public IQueryable<T> Sort(IQueryable<T> rows, string? sort) =>
        _heads.TryGetValue(sort?.TrimStart('-') ?? "", out var by) ? tie(by(rows, sort!.StartsWith('-'))) : usual(rows);
}
