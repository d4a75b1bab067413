using System.Globalization;
using System.Text;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>查询 — by name, pinyin initials, full or last four of a number, phone, declaration or card number.</summary>
public static class DeclarationSearch
{
    /// <summary>Rows a page of results holds; a clerk who sees more types another character.</summary>
    public const int Most = 50;

    private const int MostCandidates = 500;

    /// <summary>Puts a corrected declaration into the index, in place of what stood there for it.</summary>
    public static async Task IndexDeclaration(this OfficeDb db, Declaration declaration)
    {
        var keys = KeysOf(declaration.Content, declaration.Number).ToHashSet();
        var present = await db.SearchKeys.Where(key => key.DeclarationId == declaration.Id).ToListAsync();
        db.SearchKeys.RemoveRange(present.Where(key => !keys.Contains(key.Key)));
        AddKeys(db, declaration.OfficeCode, declaration.Id, keys.Except(present.Select(key => key.Key)));
    }

    /// <summary>Puts a new declaration into the index: nothing stands there yet.</summary>
    public static void IndexNewDeclaration(this OfficeDb db, Declaration declaration) =>
        AddKeys(db, declaration.OfficeCode, declaration.Id, KeysOf(declaration.Content, declaration.Number).Distinct());

    /// <summary>Lets a declaration be found by its card.</summary>
    public static void IndexPass(this OfficeDb db, HealthPass pass) =>
        AddKeys(db, pass.OfficeCode, pass.DeclarationId, [pass.Number, pass.Number[12..], pass.Number[12..].TrimStart('0')]);

    /// <summary>The declarations that fit, best and newest first.</summary>
    /// <param name="db">Seen through the user's scope.</param>
    /// <param name="text">As typed; empty lists all.</param>
    /// <param name="state">Only this state, or null.</param>
    public static async Task<IReadOnlyList<Declaration>> FindDeclarations(this OfficeDb db, string? text, DeclarationState? state = null)
    {
        var declarations = db.Declarations.AsNoTracking();
        if (state is { } wanted)
        {
            declarations = declarations.Where(declaration => declaration.State == wanted);
        }

        var key = Normalise(text);
        if (key.Length == 0)
        {
            // Who waits is listed with the longest wait first, all else with the newest first.
            return await (state is DeclarationState.AwaitingReview or DeclarationState.Returned
                ? declarations.OrderBy(declaration => declaration.WaitingSince)
                : declarations.OrderByDescending(declaration => declaration.Id)).Take(Most + 1).ToListAsync();
        }

        var end = key + "\U0010FFFF";
#pragma warning disable CA1309 // Translated to SQL, where text is compared by its bytes.
        var ids = await db.SearchKeys
            .Where(k => string.Compare(k.Key, key) >= 0 && string.Compare(k.Key, end) < 0)
            .OrderBy(k => k.Key)
            .Select(k => k.DeclarationId)
            .Take(MostCandidates)
            .ToListAsync();
#pragma warning restore CA1309
        var candidates = ids.Distinct().ToList();
        return await declarations.Where(declaration => candidates.Contains(declaration.Id))
            .OrderByDescending(declaration => declaration.Id).Take(Most + 1).ToListAsync();
    }

    private static void AddKeys(OfficeDb db, string officeCode, long declarationId, IEnumerable<string> keys) =>
        db.SearchKeys.AddRange(keys.Select(key => new SearchKey { Key = key, OfficeCode = officeCode, DeclarationId = declarationId }));

    private static IEnumerable<string> KeysOf(DeclarationContent content, string number)
    {
        var name = content.Person.Name.Value;
        var texts = Suffixes(Normalise(name)).Concat(PinyinInitials.Of(name).SelectMany(Suffixes)).Append(number).Append(number.Replace("-", "", StringComparison.Ordinal));
        var papers = WithLastFour(content.Person.Paper.Number);
        var phones = WithLastFour(content.Phone?.Value ?? "");
        return texts.Concat(papers).Concat(phones);
    }

    private static IEnumerable<string> WithLastFour(string number) =>
        number.Length switch { 0 => [], <= 4 => [number], _ => [number, number[^4..]] };

    private static IEnumerable<string> Suffixes(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Select(start => text[start..]);
    }

    /// <summary>What is typed and what is kept, made alike: half width, capitals, no blanks; · as in names.</summary>
    private static string Normalise(string? text) => text is null or { Length: > 200 } ? "" :
        new string([.. text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))])
            .ToUpperInvariant().Replace('•', '·').Replace('・', '·').Replace('‧', '·');
}
