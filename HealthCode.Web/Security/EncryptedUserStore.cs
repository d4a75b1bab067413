using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace HealthCode.Web.Security;

/// <summary>Stores users; encrypts authenticator secrets, so that a copy of the database does not reveal them.</summary>
public sealed class EncryptedUserStore(OfficeDb db, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserStore<OfficeUser, IdentityRole, OfficeDb, string>(db, errors)
{
    private readonly IDataProtector _protector = protection.CreateProtector(OfficeUser.TokenProtection);

    public override Task SetTokenAsync(OfficeUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(OfficeUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } value ? _protector.Unprotect(value) : null;
}
