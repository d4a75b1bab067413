using System.Security.Claims;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Account;

/// <summary>没交上去的表 — one a user, encrypted in the database, until he has signed in again and for an hour at most.</summary>
public sealed class PendingPostStore(OfficeDb db, OfficeClock clock)
{
    /// <summary>Keeps what a sign-in that has run out posted; his earlier one makes room, and so do all whose hour is over.</summary>
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

    /// <summary>What this user could not hand in, or null.</summary>
    public Task<PendingPost?> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (id, oldest) = (Id(user), Oldest);
        return db.PendingPosts.AsNoTracking().SingleOrDefaultAsync(form => form.UserId == id && form.SavedAt >= oldest, cancellationToken);
    }

    /// <summary>Drops it.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="address">Only the form that was going there; any when null.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task DropAsync(ClaimsPrincipal user, string? address, CancellationToken cancellationToken)
    {
        var id = Id(user);
        // Hardly anybody has one: a look at the key is all that a post usually costs.
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
