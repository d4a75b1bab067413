using System.Globalization;
using System.Security.Cryptography;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace HealthCode.Web.Pages.Shared;

/// <summary>短时凭条 — stands in an address for a short while and says what this user may see; worth nothing to anybody else or later.</summary>
public sealed class TimeLimitedToken(IDataProtectionProvider protection, CurrentUser currentUser, OfficeClock clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("passing-ticket");

    /// <summary>A token for the current user.</summary>
    public string Issue(string what, TimeSpan life) => _protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{(clock.Now + life).UtcTicks}\n{currentUser.Staff?.UserName}\n{what}"));

    /// <summary>What it says and how long it still holds; null when it is forged, somebody else's or too old.</summary>
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
