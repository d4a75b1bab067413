using System.Globalization;
using System.Text;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Search;

/// <summary>The keys by which declarations and residents are found: a search is a range scan of one index. Names and pinyin initials are in plain text, numbers and telephones
/// as keyed hashes.</summary>
public static class SearchIndex
{
    // Two parameters per row; well below the limit of every engine.
    private const int MostRows = 400;

    private const int LongestText = 200;

    /// <summary>The keys of an entity, as its mapping declares them.</summary>
    public static IEnumerable<string> KeysOf<T>(this OfficeDb db, T entity)
        where T : class => db.Model.FindEntityType(typeof(T))!.FoundBy()!(entity).SelectMany(term => term.Kind switch
    {
        SearchTermKind.Name => Suffixes(Normalise(term.Text)).Concat(PinyinInitials.Of(term.Text).SelectMany(Suffixes)),
        SearchTermKind.Number => WithLastFour(term.Text).Select(db.HashOf),
        SearchTermKind.Word => [Normalise(term.Text)],
        _ => [term.Text],
    }).Where(key => key.Length > 0).Distinct();

    /// <summary>What a typed text is looked up by; an empty <see cref="SearchText.Text"/> finds nothing.</summary>
    public static SearchText Read(this OfficeDb db, string? typed)
    {
        var text = Normalise(typed);
        // An old 15-digit ID number finds the person by the 18-digit one.
        text = ResidentIdNumber.ToEighteen(text) ?? text;
        return new(text, text + "\U0010FFFF", db.HashOf(text));
    }

    /// <summary>The key of a whole number or of its last four characters.</summary>
    // Search texts are in capitals, so none can start with this lower-case prefix.
    public static string HashOf(this OfficeDb db, string number) => "m:" + db.Keys.Hash("n:" + number);

    /// <summary>Adds keys to an index; uses few multi-row statements instead of one per key, to save round trips. A key that is there already is left.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="table">The index.</param>
    /// <param name="owner">Its column with the id of what is found.</param>
    /// <param name="officeCode">The office of all of them.</param>
    /// <param name="keys">Ids and keys.</param>
    public static async Task AddKeysAsync(this OfficeDb db, string table, string owner, string officeCode, IEnumerable<(long Id, string Key)> keys)
    {
        foreach (var rows in keys.Chunk(MostRows))
        {
            List<object> values = [officeCode];
            var sql = new StringBuilder($"""INSERT INTO "{table}" ("Key", "OfficeCode", "{owner}") VALUES """);
            foreach (var (id, key) in rows)
            {
                sql.Append(CultureInfo.InvariantCulture, $"{(values.Count == 1 ? "" : ", ")}({{{values.Count}}}, {{0}}, {{{values.Count + 1}}})");
                values.AddRange([key, id]);
            }

            await db.Database.ExecuteSqlRawAsync(sql.Append(" ON CONFLICT DO NOTHING").ToString(), values);
        }
    }

    private static IEnumerable<string> WithLastFour(string number) =>
        number.Length switch { 0 => [], <= 4 => [number], _ => [number, number[^4..]] };

    private static IEnumerable<string> Suffixes(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Select(start => text[start..]);
    }

    /// <summary>Normalises typed and stored text alike: half width, upper case, no white space, uniform · in names.</summary>
    private static string Normalise(string? text) => text is null or { Length: > LongestText } ? "" :
        new string([.. HalfWidth.Normalize(text).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))])
            .ToUpperInvariant().Replace('•', '·').Replace('・', '·').Replace('‧', '·');
}

/// <summary>A typed text as it is looked up.</summary>
/// <param name="Text">Normalised; keys that begin with it are found.</param>
/// <param name="End">The end of the range of such keys, exclusive.</param>
/// <param name="Hash">The key of a number that is exactly this text.</param>
public sealed record SearchText(string Text, string End, string Hash);
