using System.Security.Claims;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Account;

/// <summary>没交上去的表 — stores at most one form for each user, encrypted in the database, for an hour at most.</summary>
public sealed class PendingPostStore(OfficeDb db, OfficeClock clock)
{
    /// <summary>Stores the posted form in place of the user's earlier one, and deletes the expired ones of other users.</summary>
    public Task KeepAsync(ClaimsPrincipal user, string address, IReadOnlyList<PostedField> fields, CancellationToken cancellationToken) =>
        db.InOneTransactionAsync(
            async () =>
            {
                var (id, scope, oldest) = (Id(user), user.FindFirstValue(OfficeClaims.Scope) ?? "", Oldest);
                await db.PendingPosts.Where(form => form.SavedAt < oldest && form.UserId != id).ExecuteDeleteAsync(cancellationToken);
                if (await db.PendingPosts.FindAsync([id], cancellationToken) is { } earlier)
                {
                    earlier.Replace(scope, address, fields, clock.Now);
                }
                else
                {
                    db.PendingPosts.Add(PendingPost.Of(id, scope, address, fields, clock.Now));
                }
            },
            cancellationToken);

    /// <summary>Returns the stored form of this user, or null if there is none or it has expired.</summary>
    public Task<PendingPost?> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (id, oldest) = (Id(user), Oldest);
        return db.PendingPosts.AsNoTracking().SingleOrDefaultAsync(form => form.UserId == id && form.SavedAt >= oldest, cancellationToken);
    }

    /// <summary>Deletes the stored form of a user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="address">Deletes the form only if it was posted to this path and query; null: in any case.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task DropAsync(ClaimsPrincipal user, string? address, CancellationToken cancellationToken)
    {
        var id = Id(user);
        // Hardly any user has a stored form, so a lookup by key decides whether to begin a transaction.
        if (await db.PendingPosts.AnyAsync(form => form.UserId == id, cancellationToken))
        {
            await db.InOneTransactionAsync(
                async () =>
                {
                    if (await db.PendingPosts.FindAsync([id], cancellationToken) is { } form && (address is null || form.Address == address))
                    {
                        db.PendingPosts.Remove(form);
                    }
                },
                cancellationToken);
        }
    }

    private DateTimeOffset Oldest => clock.Now - PendingPost.Life;

    private static string Id(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}
