using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Security;

/// <summary>A disabled user cannot sign in.</summary>
public sealed class EnabledUserConfirmation : IUserConfirmation<OfficeUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<OfficeUser> manager, OfficeUser user) => Task.FromResult(!user.IsDisabled);
}
