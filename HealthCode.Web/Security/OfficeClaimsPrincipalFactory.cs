using System.Globalization;
using System.Security.Claims;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HealthCode.Web.Security;

/// <summary>Adds this application's claims to the principal.</summary>
public sealed class OfficeClaimsPrincipalFactory(UserManager<OfficeUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options, OfficeClock clock)
    : UserClaimsPrincipalFactory<OfficeUser, IdentityRole>(users, roles, options)
{
    /// <summary>Claim type; the value is the reason: the password was set by somebody else, or is older than 90 days.</summary>
    public const string MustChangePassword = "must_change_password";

    public const string GivenPassword = "1";
    public const string OldPassword = "90";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(OfficeUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(OfficeClaims.Scope, user.OfficeScope));
        identity.AddClaim(new(OfficeClaims.StaffName, user.StaffName));
        if (user.CheckpointId is { } checkpoint)
        {
            identity.AddClaim(new(OfficeClaims.Checkpoint, checkpoint.ToString(CultureInfo.InvariantCulture)));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new(MustChangePassword, GivenPassword));
        }
        else if (PasswordRules.IsOld(user, clock.Now))
        {
            identity.AddClaim(new(MustChangePassword, OldPassword));
        }

        return identity;
    }
}
