using System.Globalization;
using System.Security.Cryptography;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace HealthCode.Web.Pages.Shared;

/// <summary>短时凭条 — an encrypted, expiring token for query strings that carries a text; valid only for the user it was issued to.</summary>
public sealed class TimeLimitedToken(IDataProtectionProvider protection, CurrentUser currentUser, OfficeClock clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("passing-ticket");

    /// <summary>Issues a token for the current user.</summary>
    public string Issue(string what, TimeSpan life) => _protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{(clock.Now + life).UtcTicks}\n{currentUser.Staff?.UserName}\n{what}"));

    /// <summary>Returns the text and the remaining time; null if the token is forged, expired or another user's.</summary>
    public (string What, TimeSpan Left)? Read(string? token)
    {
        try
        {
            return !string.IsNullOrEmpty(token) && _protector.Unprotect(token).Split('\n', 3) is [var until, var user, var what] && user == currentUser.Staff?.UserName
                && new DateTimeOffset(long.Parse(until, CultureInfo.InvariantCulture), TimeSpan.Zero) - clock.Now is { Ticks: > 0 } left
                ? (what, left) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
