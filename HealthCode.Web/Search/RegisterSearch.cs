using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Search;

/// <summary>找登记 — entries of a register by the name of who is on the slip or of the patient, pinyin initials, number or its last four digits, telephone, number of the entry or of the slip.</summary>
public static class RegisterSearch
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

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

    /// <summary>A page of the entries of a register, the newest first, and how many there are.</summary>
    /// <param name="db">Filtered to the user's scope.</param>
    /// <param name="officeCode">The office.</param>
    /// <param name="kind">The register.</param>
    /// <param name="text">What is looked for; empty for all.</param>
    /// <param name="page">From 1.</param>
    public static async Task<(IReadOnlyList<RegisterEntry> Entries, int Total)> FindEntriesAsync(this OfficeDb db, string officeCode, RegisterKind kind, string? text, int page)
    {
        var found = db.RegisterEntries.Where(entry => entry.OfficeCode == officeCode && entry.Kind == kind);
        if (db.Read(text) is { Text.Length: > 0 } read)
        {
            var (first, end, mark) = read;
#pragma warning disable CA1309 // Translated to SQL, where text is compared bytewise.
            var ids = db.RegisterKeys.Where(key => key.OfficeCode == officeCode && key.Key == mark).Select(key => key.EntryId)
                .Union(db.RegisterKeys.Where(key => key.OfficeCode == officeCode && string.Compare(key.Key, first) >= 0 && string.Compare(key.Key, end) < 0).Select(key => key.EntryId));
#pragma warning restore CA1309
            found = found.Where(entry => ids.Contains(entry.Id));
        }

        return (await found.OrderByDescending(entry => entry.Number).Skip((page - 1) * PageSize).Take(PageSize).AsNoTracking().ToListAsync(), await found.CountAsync());
    }
}
