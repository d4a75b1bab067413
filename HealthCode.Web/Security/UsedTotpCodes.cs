using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>输过的验证码 — each is good once, wherever it was typed, though a telephone shows it for half a minute and it is believed a little longer.</summary>
public sealed class UsedTotpCodes(UserManager<OfficeUser> users, OfficeDb db, OfficeClock clock)
{
    // The framework believes a code for two and a half minutes.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(3);

    /// <summary>Whether a code is right and was not used; it is used now. Call within a transaction.</summary>
    public async Task<bool> TakeAsync(OfficeUser user, string code)
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return false;
        }

        await SweepAsync(db, clock.Now);
        // The framework reads a number: +12345 is 012345 to it and would be good a second time.
        if (code.Length != UsedTotpCode.Figures || !code.All(char.IsAsciiDigit) || await db.UsedTotpCodes.AnyAsync(used => used.UserId == user.Id && used.Code == code))
        {
            return false;
        }

        db.UsedTotpCodes.Add(UsedTotpCode.Of(user.Id, code, clock.Now));
        return true;
    }

    /// <summary>Removes what is believed no longer anyway. Call within a transaction.</summary>
    public static async Task SweepAsync(OfficeDb db, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var old = now - Believed;
        await db.UsedTotpCodes.Where(used => used.At < old).ExecuteDeleteAsync(cancellationToken);
    }
}
