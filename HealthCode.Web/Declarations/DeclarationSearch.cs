using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Declarations;

/// <summary>查询 — by name, pinyin initials, full number or its last four digits, phone, declaration or card number.</summary>
public static class DeclarationSearch
{
    private const int MostCandidates = 500;

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

    /// <summary>The index as far as this user sees it.</summary>
    public static IQueryable<SearchKey> KeysInScope(this OfficeDb db) => db.OnlyOffice is { } office ? db.SearchKeys.Where(key => key.OfficeCode == office) : db.SearchKeys;

    /// <summary>Ids of the declarations that a typed text finds, by their own words or by their cards' numbers, newest first; null if nothing is looked for.</summary>
    public static async Task<IReadOnlyList<long>?> FoundDeclarationsAsync(this OfficeDb db, string? text)
    {
        var key = db.Read(text);
        if (key.Text.Length == 0)
        {
            return null;
        }

        // Numbers are indexed as keyed hashes, so they are found only in full or by the last four digits.
        var (first, end, mark) = key;
        var keys = db.KeysInScope();
        var byNumber = keys.Where(k => k.Key == mark).OrderByDescending(k => k.DeclarationId).Take(MostCandidates);
#pragma warning disable CA1309 // Translated to SQL, where text is compared bytewise.
        var byText = keys.Where(k => string.Compare(k.Key, first) >= 0 && string.Compare(k.Key, end) < 0).OrderBy(k => k.Key).Take(MostCandidates);
#pragma warning restore CA1309
        return [.. (await byNumber.Select(k => k.DeclarationId).Concat(byText.Select(k => k.DeclarationId)).ToListAsync()).Distinct().OrderDescending()];
    }

    /// <summary>Declarations with exactly this document number.</summary>
    public static async Task<IReadOnlyList<Declaration>> FormsWithNumberAsync(this OfficeDb db, string number)
    {
        var mark = db.HashOf(number);
        var found = await db.Declarations.AsNoTracking().Where(form => db.SearchKeys.Any(key => key.Key == mark && key.DeclarationId == form.Id)).ToListAsync();
        // The hash may also match a telephone number.
        return [.. found.Where(form => form.Content.Person.Document.Number == number)];
    }

    private static Task InsertAsync(OfficeDb db, string officeCode, IEnumerable<(long DeclarationId, string Key)> keys) =>
        db.AddKeysAsync("SearchKeys", nameof(SearchKey.DeclarationId), officeCode, keys);
}
