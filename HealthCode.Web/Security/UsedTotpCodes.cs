using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>输过的验证码 — makes each code valid only once, although authenticator codes are accepted for minutes.</summary>
public sealed class UsedTotpCodes(UserManager<OfficeUser> users, OfficeDb db, OfficeClock clock)
{
    // Identity accepts a code for two and a half minutes.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(3);

    /// <summary>Whether a code is correct and unused; marks it as used. Call within a transaction.</summary>
    public async Task<bool> TakeAsync(OfficeUser user, string code)
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return false;
        }

        await SweepAsync(db, clock.Now);
        // Identity parses a number: it would accept +12345 as 012345, and so a second time.
        if (code.Length != UsedTotpCode.Figures || !code.All(char.IsAsciiDigit) || await db.UsedTotpCodes.AnyAsync(used => used.UserId == user.Id && used.Code == code))
        {
            return false;
        }

        db.UsedTotpCodes.Add(UsedTotpCode.Of(user.Id, code, clock.Now));
        return true;
    }

    /// <summary>Deletes codes that have expired anyway. Call within a transaction.</summary>
    public static async Task SweepAsync(OfficeDb db, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var old = now - Believed;
        await db.UsedTotpCodes.Where(used => used.At < old).ExecuteDeleteAsync(cancellationToken);
    }
}
