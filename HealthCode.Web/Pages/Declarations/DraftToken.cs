using System.Security.Claims;
using HealthCode.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>草稿凭条 — stands on the form and says whose it is, so that what was typed is kept even when the sign-in has ended meanwhile. Worth nothing after signing out, after a new password, or when the user is disabled; however long he sits idle it holds.</summary>
public sealed class DraftToken(IDataProtectionProvider protection, IOptions<IdentityOptions> identity)
{
    private readonly IDataProtector _protector = protection.CreateProtector("draft-ticket", "stamped");

    /// <summary>A ticket for the signed-in clerk at an office; nobody can write one for himself.</summary>
    public string Issue(ClaimsPrincipal clerk, string officeCode) =>
        _protector.Protect($"{officeCode}\n{clerk.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType)}\n{clerk.Identity!.Name}");

    /// <summary>Whose ticket it is, or null when it is forged or has ended.</summary>
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
