using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>The name or the password of a user cannot be taken; thrown so that nothing of the transaction remains.</summary>
public sealed class AccountRefusedException(IEnumerable<IdentityError> errors) : Exception("account refused")
{
    public IReadOnlyList<IdentityError> Errors { get; } = [.. errors];
}
