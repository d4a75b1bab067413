using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace HealthCode.Web.Pages.Shared;

/// <summary>清单 — one page of thirty rows of a list, with what the heads and the page numbers need to know.</summary>
/// <param name="Name">Tells several lists of one page apart in the address; empty for the only one.</param>
/// <param name="Total">Rows on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Sort">The head by which it is sorted, with a leading hyphen if descending; empty if as usual.</param>
/// <param name="Heads">The sortable heads.</param>
public abstract record Listing(string Name, int Total, int Page, string Sort, IReadOnlyCollection<string> Heads)
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 30;

    /// <summary>Number of pages, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>Name of the page number in the query string. Not "page", which is a reserved route value.</summary>
    public string PageKey => Name.Length == 0 ? "p" : Name + ".p";

    /// <summary>Name of the sort order in the query string.</summary>
    public string SortKey => Name.Length == 0 ? "sort" : Name + ".sort";

    /// <summary>An empty list, before it is read.</summary>
    public static Listing<T> None<T>() => new("", 0, 1, "", []);

    /// <summary>A page of rows read by the database.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="order">How they may be sorted.</param>
    /// <param name="request">Says which page, sorted by which head.</param>
    /// <param name="name">Tells several lists of one page apart.</param>
    public static async Task<Listing<T>> OfAsync<T>(IQueryable<T> rows, ListOrder<T> order, HttpRequest request, string name = "")
    {
        var (listing, wanted) = Asked(order, request, name);
        var first = wanted <= 1 ? await PageAsync(rows, order, listing.Sort, 1) : null;
        if (first is { Count: < Size })
        {
            // Most lists fit on one page, which needs no count.
            return listing with { Total = first.Count, Rows = first };
        }

        listing = listing with { Total = IsQuery(rows) ? await rows.CountAsync() : rows.Count() };
        var page = Math.Clamp(wanted, 1, listing.Pages);
        return listing with { Page = page, Rows = page == 1 && first is not null ? first : await PageAsync(rows, order, listing.Sort, page) };
    }

    /// <summary>A page of rows of which an index knows the ids: in the usual order only those of the page are read, and none are counted.</summary>
    /// <param name="ids">Of all rows, in the usual order.</param>
    /// <param name="rows">The rows with some of these ids.</param>
    /// <param name="order">How they may be sorted.</param>
    /// <param name="request">Says which page, sorted by which head.</param>
    public static async Task<Listing<T>> OfAsync<T>(IReadOnlyList<long> ids, Func<IReadOnlyList<long>, IQueryable<T>> rows, ListOrder<T> order, HttpRequest request)
    {
        var (listing, wanted) = Asked(order, request, "");
        listing = listing with { Total = ids.Count };
        var page = Math.Clamp(wanted, 1, listing.Pages);
        return listing with
        {
            Page = page,
            Rows = listing.Sort.Length == 0
                ? await PageAsync(rows([.. ids.Skip((page - 1) * Size).Take(Size)]), order, "", 1)
                : await PageAsync(rows(ids), order, listing.Sort, page),
        };
    }

    private static (Listing<T> Listing, int Wanted) Asked<T>(ListOrder<T> order, HttpRequest request, string name)
    {
        var listing = new Listing<T>(name, 0, 1, "", order.Heads);
        var sort = request.Query[listing.SortKey].ToString();
        return (
            listing with { Sort = order.Heads.Contains(sort.TrimStart('-')) ? sort : "" },
            int.TryParse(request.Query[listing.PageKey], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 1);
    }

    private static async Task<List<T>> PageAsync<T>(IQueryable<T> rows, ListOrder<T> order, string sort, int number)
    {
        var page = order.Sort(rows, sort).Skip((number - 1) * Size).Take(Size);
        return IsQuery(page) ? await page.ToListAsync() : [.. page];
    }

    /// <summary>Whether the database reads them; rows that are in memory already have no asynchronous reader.</summary>
    private static bool IsQuery<T>(IQueryable<T> rows) => rows.Provider is IAsyncQueryProvider;

    /// <summary>The filters, orders and searches of the page, without its page numbers and handler.</summary>
    public static Dictionary<string, string> Kept(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Query.Where(each => each.Key is not ("p" or "handler") && !each.Key.EndsWith(".p", StringComparison.Ordinal)).ToDictionary(each => each.Key, each => each.Value.ToString());
    }

    /// <summary>The address of this page as it is shown, without a handler.</summary>
    public static string AddressOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Compose(request, request.Query.Where(each => each.Key != "handler").Select(each => KeyValuePair.Create(each.Key, (string?)each.Value.ToString())));
    }

    /// <summary>The address of this page with one value of its query string changed. Changing the order goes back to page 1 of this list.</summary>
    public string Address(HttpRequest request, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(request);
        var others = request.Query.Where(each => each.Key != key && each.Key != PageKey && each.Key != "handler").Select(each => KeyValuePair.Create(each.Key, (string?)each.Value.ToString()));
        return Compose(request, others.Append(new(key, value)));
    }

    private static string Compose(HttpRequest request, IEnumerable<KeyValuePair<string, string?>> query) => request.PathBase + request.Path + QueryString.Create(query);
}

/// <inheritdoc cref="Listing"/>
/// <typeparam name="T">A row.</typeparam>
public sealed record Listing<T>(string Name, int Total, int Page, string Sort, IReadOnlyCollection<string> Heads) : Listing(Name, Total, Page, Sort, Heads)
{
    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<T> Rows { get; init; } = [];

    /// <summary>The same page with something else for each row, such as what belongs to it.</summary>
    public Listing<TOther> Select<TOther>(Func<T, TOther> other) => new(Name, Total, Page, Sort, Heads) { Rows = [.. Rows.Select(other)] };
}
