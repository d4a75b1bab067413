using System.Globalization;
using System.Text;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Declarations;

/// <summary>查询 — by name, pinyin initials, full number or its last four digits, phone, declaration or card number.</summary>
public static class DeclarationSearch
{
    /// <summary>Maximum number of results; one more is returned if there are more, so that the page can ask to refine the search.</summary>
    public const int Most = 50;

    private const int MostCandidates = 500;

    // Two parameters per row; well below the limit of every engine.
    private const int MostRows = 400;

    /// <summary>Adds a declaration to the search index, replacing its previous entries. It must be saved, and a transaction open.</summary>
    public static async Task IndexDeclarationAsync(this OfficeDb db, Declaration declaration)
    {
        if (declaration.Version > 1)
        {
            await db.Database.ExecuteSqlInterpolatedAsync($"""DELETE FROM "SearchKeys" WHERE "DeclarationId" = {declaration.Id}""");
        }

        await InsertAsync(db, declaration.OfficeCode, db.KeysOf(declaration).Select(key => (declaration.Id, key)));
    }

    /// <summary>Adds many new declarations of one office to the index.</summary>
    public static Task IndexDeclarationsAsync(this OfficeDb db, string officeCode, IEnumerable<Declaration> declarations) =>
        InsertAsync(db, officeCode, declarations.SelectMany(db.KeysOf, (declaration, key) => (declaration.Id, key)));

    /// <summary>Makes a declaration searchable by its card number.</summary>
    public static Task IndexPassAsync(this OfficeDb db, HealthPass pass) =>
        InsertAsync(db, pass.OfficeCode, db.KeysOf(pass).Select(key => (pass.DeclarationId, key)));

    /// <summary>Finds matching declarations, newest first.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="text">Search text as typed; empty lists all.</param>
    /// <param name="state">Only this state, or null for all.</param>
    public static async Task<IReadOnlyList<Declaration>> FindDeclarationsAsync(this OfficeDb db, string? text, DeclarationState? state = null)
    {
        var declarations = db.Declarations.AsNoTracking();
        if (state is { } wanted)
        {
            declarations = declarations.Where(declaration => declaration.State == wanted);
        }

        var key = Normalise(text);
        // An old 15-digit ID number finds the person by the 18-digit one.
        key = ResidentIdNumber.ToEighteen(key) ?? key;
        if (key.Length == 0)
        {
            // Pending declarations: longest wait first; all others: newest first.
            return await (state is DeclarationState.AwaitingReview or DeclarationState.Returned
                ? declarations.OrderBy(declaration => declaration.WaitingSince)
                : declarations.OrderByDescending(declaration => declaration.Id)).Take(Most + 1).ToListAsync();
        }

        // Numbers are indexed as keyed hashes, so they are found only in full or by the last four digits.
        var (mark, end) = (db.HashOf(key), key + "\U0010FFFF");
        var byNumber = await db.SearchKeys.Where(k => k.Key == mark).OrderByDescending(k => k.DeclarationId).Select(k => k.DeclarationId).Take(MostCandidates).ToListAsync();
#pragma warning disable CA1309 // Translated to SQL, where text is compared bytewise.
        var ids = await db.SearchKeys
            .Where(k => string.Compare(k.Key, key) >= 0 && string.Compare(k.Key, end) < 0)
            .OrderBy(k => k.Key)
            .Select(k => k.DeclarationId)
            .Take(MostCandidates)
            .ToListAsync();
#pragma warning restore CA1309
        var candidates = byNumber.Union(ids).ToList();
        return await declarations.Where(declaration => candidates.Contains(declaration.Id))
            .OrderByDescending(declaration => declaration.Id).Take(Most + 1).ToListAsync();
    }

    /// <summary>Declarations with exactly this document number.</summary>
    public static async Task<IReadOnlyList<Declaration>> FormsWithNumberAsync(this OfficeDb db, string number)
    {
        var mark = db.HashOf(number);
        var found = await db.Declarations.AsNoTracking().Where(form => db.SearchKeys.Any(key => key.Key == mark && key.DeclarationId == form.Id)).ToListAsync();
        // The hash may also match a telephone number.
        return [.. found.Where(form => form.Content.Person.Document.Number == number)];
    }

    /// <summary>Uses few multi-row statements instead of one per key, to save round trips.</summary>
    private static async Task InsertAsync(OfficeDb db, string officeCode, IEnumerable<(long DeclarationId, string Key)> keys)
    {
        foreach (var rows in keys.Chunk(MostRows))
        {
            List<object> values = [officeCode];
            var sql = new StringBuilder("""INSERT INTO "SearchKeys" ("Key", "OfficeCode", "DeclarationId") VALUES """);
            foreach (var (declarationId, key) in rows)
            {
                sql.Append(CultureInfo.InvariantCulture, $"{(values.Count == 1 ? "" : ", ")}({{{values.Count}}}, {{0}}, {{{values.Count + 1}}})");
                values.AddRange([key, declarationId]);
            }

            await db.Database.ExecuteSqlRawAsync(sql.Append(" ON CONFLICT DO NOTHING").ToString(), values);
        }
    }

    /// <summary>The keys that the mapping of the entity declares.</summary>
    private static IEnumerable<string> KeysOf<T>(this OfficeDb db, T entity)
        where T : class => db.Model.FindEntityType(typeof(T))!.FoundBy()!(entity).SelectMany(term => term.Kind switch
    {
        SearchTermKind.Name => Suffixes(Normalise(term.Text)).Concat(PinyinInitials.Of(term.Text).SelectMany(Suffixes)),
        SearchTermKind.Number => WithLastFour(term.Text).Select(db.HashOf),
        _ => [term.Text],
    }).Distinct();

    // Search texts are in capitals, so none can start with this lower-case prefix.
    private static string HashOf(this OfficeDb db, string number) => "m:" + db.Keys.Hash("n:" + number);

    private static IEnumerable<string> WithLastFour(string number) =>
        number.Length switch { 0 => [], <= 4 => [number], _ => [number, number[^4..]] };

    private static IEnumerable<string> Suffixes(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Select(start => text[start..]);
    }

    /// <summary>Normalises typed and stored text alike: half width, upper case, no white space, uniform · in names.</summary>
    private static string Normalise(string? text) => text is null or { Length: > 200 } ? "" :
        new string([.. HalfWidth.Normalize(text).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))])
            .ToUpperInvariant().Replace('•', '·').Replace('・', '·').Replace('‧', '·');
}
