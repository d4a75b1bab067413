using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>What 查询 finds, without its page.</summary>
internal static class FoundDeclarations
{
    /// <summary>The declarations on the first page for a typed text, newest first.</summary>
    public static async Task<IReadOnlyList<Declaration>> FindDeclarationsAsync(this OfficeDb db, string text)
    {
        IReadOnlyList<long> page = [.. (await db.FoundDeclarationsAsync(text) ?? []).Take(Listing.Size)];
        return await db.Declarations.AsNoTracking().Where(declaration => page.Contains(declaration.Id)).OrderByDescending(declaration => declaration.Id).ToListAsync();
    }
}
