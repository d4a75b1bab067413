using System.Net;
using System.Net.Sockets;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Security;

/// <summary>登录次数 — counts attempts per PC and per account in the database, serialized by the write lock, so that parallel attempts are all
/// counted.</summary>
public sealed class SignInAttempts(OfficeDb db, OfficeClock clock, IOptions<IdentityOptions> options, ILookupNormalizer normalizer)
{
    /// <summary>Period for counting attempts of a PC, and for blocking it after too many.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Upper limit of rows, so that invented names cannot fill the database.</summary>
    public const int MostRows = 5_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private LockoutOptions Lock => options.Value.Lockout;

    /// <summary>已锁定到几点.</summary>
    public static string LockedSentence(DateTimeOffset until)
    {
        var clock = OfficeClock.AtOffice(until);
        return $"连续输错 5 次，已锁定到 {clock.Hour}时{clock.Minute:00}分，之后再试。急用请找安全管理员解除锁定。";
    }

    /// <summary>Counts an attempt of a PC.</summary>
    /// <param name="currentUser">The user, for the audit.</param>
    /// <param name="from">IP address of the PC.</param>
    /// <param name="most">Allowed attempts per minute.</param>
    /// <param name="cancellationToken">Of the request.</param>
    /// <returns>How long the PC must wait; null if the attempt is allowed.</returns>
    public async Task<TimeSpan?> CountPcAsync(CurrentUser currentUser, IPAddress? from, int most, CancellationToken cancellationToken)
    {
        var (key, now) = ($"pc {Network(from)}", clock.Now);
        // A PC over the limit causes no further writes.
        if (await db.SignInCounts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken) is { } known && Wait(known) is { } wait)
        {
            return wait;
        }

        return await db.InOneTransactionAsync(
            async () =>
            {
                var row = await FindAsync(key, now);
                row.CountWithin(Window, now);
                if (row.Count == most + 1)
                {
                    db.NoteTooOften(currentUser);
                }

                return Wait(row);
            },
            cancellationToken);

        TimeSpan? Wait(SignInCount row) => row.Count > most && now >= row.At && now < row.At + Window ? row.At + Window - now : null;
    }

    /// <summary>Evaluates an attempt in a transaction, so that a lock also applies to a correct password tried at the same moment.</summary>
    /// <param name="user">The account.</param>
    /// <param name="isRight">Checks the password or code.</param>
    /// <param name="clears">Whether success resets the failure count.</param>
    /// <returns>Success, Failed or LockedOut.</returns>
    public Task<SignInResult> EvaluateAsync(OfficeUser user, Func<Task<bool>> isRight, bool clears) => db.InOneTransactionAsync(async () =>
    {
        await db.Entry(user).ReloadAsync();
        if (IsLocked(user))
        {
            return SignInResult.LockedOut;
        }

        if (await isRight())
        {
            user.AccessFailedCount = clears ? 0 : user.AccessFailedCount;
            return SignInResult.Success;
        }

        if (++user.AccessFailedCount >= Lock.MaxFailedAccessAttempts)
        {
            (user.AccessFailedCount, user.LockoutEnd) = (0, clock.Now + Lock.DefaultLockoutTimeSpan);
        }

        return IsLocked(user) ? SignInResult.LockedOut : SignInResult.Failed;
    });

    /// <summary>Counts an attempt for an unknown name: it is locked like an existing one, so that nobody learns which names exist.</summary>
    public Task<DateTimeOffset?> FailUnknownAsync(string name) => db.InOneTransactionAsync(async () =>
    {
        var row = await FindAsync($"name {db.Keys.Hash("登录名:" + normalizer.NormalizeName(name))}", clock.Now);
        if (!(row.LockedUntil > clock.Now))
        {
            row.Fail(Lock.MaxFailedAccessAttempts, Lock.DefaultLockoutTimeSpan, clock.Now);
        }

        return row.LockedUntil > clock.Now ? row.LockedUntil : null;
    });

    /// <summary>Whether the user is locked now.</summary>
    public bool IsLocked(OfficeUser user) => user.LockoutEnd > clock.Now;

    /// <summary>Deletes expired rows, and the oldest ones above the limit.</summary>
    public static async Task SweepAsync(OfficeDb db, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var (pcs, names) = (now - Window, now - Remembered);
        var old = await db.SignInCounts.Where(row => row.At < names || (row.At < pcs && row.Key.StartsWith("pc "))).ToListAsync(cancellationToken);
        db.SignInCounts.RemoveRange(old);
        var over = await db.SignInCounts.CountAsync(cancellationToken) - old.Count - MostRows;
        if (over > 0)
        {
            // Deletes some more, so that not every further attempt has to do so.
            db.SignInCounts.RemoveRange((await db.SignInCounts.OrderBy(row => row.At).Take(old.Count + over + (MostRows / 10)).ToListAsync(cancellationToken)).Except(old));
        }
    }

    private async Task<SignInCount> FindAsync(string key, DateTimeOffset now)
    {
        if (await db.SignInCounts.FindAsync(key) is { } known)
        {
            return known;
        }

        await SweepAsync(db, now);
        return db.SignInCounts.Add(SignInCount.Begin(key, now)).Entity;
    }

    // An IPv6 client usually owns its whole /64 network, so the network is counted.
    private static IPAddress Network(IPAddress? from)
    {
        var address = from is null ? IPAddress.Loopback : from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)
            ? address
            : new([.. address.GetAddressBytes().Take(8), .. new byte[8]]);
    }
}
