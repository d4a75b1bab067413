using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>没有这个人 — a password that nobody has, hashed as everybody's: a name that does not exist takes as long as one that does.</summary>
public sealed class DummyPassword
{
    private readonly Lock _door = new();
    private OfficeUser? _nobody;

    /// <summary>Looks at what was typed as at anybody's password.</summary>
    public void Verify(IPasswordHasher<OfficeUser> hasher, string password)
    {
        var nobody = Prepare(hasher);
        _ = hasher.VerifyHashedPassword(nobody, nobody.PasswordHash!, password);
    }

    /// <summary>Hashes it once; asked at every sign-in, so that the first name that does not exist takes no longer than others.</summary>
    public OfficeUser Prepare(IPasswordHasher<OfficeUser> hasher)
    {
        lock (_door)
        {
            return _nobody ??= new() { PasswordHash = hasher.HashPassword(new(), Guid.NewGuid().ToString()) };
        }
    }
}
