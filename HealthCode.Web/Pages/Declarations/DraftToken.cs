using System.Security.Claims;
using HealthCode.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>草稿凭条 — identifies user and office of a form when the session has expired; valid until sign-out or a password change.</summary>
public sealed class DraftToken(IDataProtectionProvider protection, IOptions<IdentityOptions> identity)
{
    private readonly IDataProtector _protector = protection.CreateProtector("draft-ticket", "stamped");

    /// <summary>Issues an encrypted token for the signed-in clerk at an office.</summary>
    public string Issue(ClaimsPrincipal clerk, string officeCode) =>
        _protector.Protect($"{officeCode}\n{clerk.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType)}\n{clerk.Identity!.Name}");

    /// <summary>Returns user name and office; null if the token is forged, outdated, or its user disabled.</summary>
    public async Task<(string UserName, string OfficeCode)?> ReadAsync(OfficeDb db, string? token, CancellationToken cancellationToken)
    {
        if (Open(token) is not [var officeCode, { Length: > 0 } stamp, var userName])
        {
            return null;
        }

        return await db.Users.AnyAsync(user => user.UserName == userName && user.SecurityStamp == stamp && !user.IsDisabled, cancellationToken)
            ? (userName, officeCode)
            : null;
    }

    private string[]? Open(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : _protector.Unprotect(token).Split('\n', 3);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
