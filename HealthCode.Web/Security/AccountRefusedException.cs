using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>A user name or password was rejected; thrown to roll back the transaction.</summary>
public sealed class AccountRefusedException(IEnumerable<IdentityError> errors) : Exception("account refused")
{
    public IReadOnlyList<IdentityError> Errors { get; } = [.. errors];
}
