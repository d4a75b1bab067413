using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>没有这个人 — hash of a random password, verified for unknown user names so that they take as long as existing ones.</summary>
public sealed class DummyPassword
{
    private readonly Lock _lock = new();
    private OfficeUser? _nobody;

    /// <summary>Verifies the typed password against the dummy hash.</summary>
    public void Verify(IPasswordHasher<OfficeUser> hasher, string password)
    {
        var nobody = Prepare(hasher);
        _ = hasher.VerifyHashedPassword(nobody, nobody.PasswordHash!, password);
    }

    /// <summary>Hashes it once; called at every sign-in, so that the first unknown name takes no longer than others.</summary>
    public OfficeUser Prepare(IPasswordHasher<OfficeUser> hasher)
    {
        lock (_lock)
        {
            return _nobody ??= new() { PasswordHash = hasher.HashPassword(new(), Guid.NewGuid().ToString()) };
        }
    }
}
