using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Search;

/// <summary>找登记 — entries of a register by the name of who is on the slip or of the patient, pinyin initials, number or its last four digits, telephone, number of the entry or of the slip.</summary>
public static class RegisterSearch
{
    private const int BatchSize = 500;

    /// <summary>Makes entries findable by what they say now. They must be saved, and a transaction open.</summary>
    public static async Task IndexEntriesAsync(this OfficeDb db, string officeCode, IReadOnlyList<RegisterEntry> entries, bool areNew = false)
    {
        if (!areNew)
        {
            foreach (var batch in entries.Select(entry => entry.Id).Chunk(BatchSize))
            {
                await db.RegisterKeys.Where(key => batch.Contains(key.EntryId)).ExecuteDeleteAsync();
            }
        }

        await db.AddKeysAsync("RegisterKeys", nameof(RegisterKey.EntryId), officeCode, entries.SelectMany(db.KeysOf, (entry, key) => (entry.Id, key)));
    }

    /// <summary>The entries of a register that a typed text finds.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="officeCode">The office.</param>
    /// <param name="kind">The register.</param>
    /// <param name="text">What is looked for; empty for all.</param>
    public static IQueryable<RegisterEntry> FindEntries(this OfficeDb db, string officeCode, RegisterKind kind, string? text)
    {
        var found = db.RegisterEntries.Where(entry => entry.OfficeCode == officeCode && entry.Kind == kind);
        if (db.Read(text) is not { Text.Length: > 0 } read)
        {
            return found;
        }

        var (first, end, mark) = read;
#pragma warning disable CA1309 // Translated to SQL, where text is compared bytewise.
        var ids = db.RegisterKeys.Where(key => key.OfficeCode == officeCode && key.Key == mark).Select(key => key.EntryId)
            .Union(db.RegisterKeys.Where(key => key.OfficeCode == officeCode && string.Compare(key.Key, first) >= 0 && string.Compare(key.Key, end) < 0).Select(key => key.EntryId));
#pragma warning restore CA1309
        return found.Where(entry => ids.Contains(entry.Id));
    }
}
