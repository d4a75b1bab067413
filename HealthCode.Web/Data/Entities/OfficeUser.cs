using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Data.Entities;

/// <summary>用户 — a member of staff who signs in. Never deleted, so that old records keep their author; only disabled.</summary>
public sealed class OfficeUser : IdentityUser
{
    /// <summary>Real name, as it stands on paper.</summary>
    public string StaffName { get; set; } = "";

    /// <summary>The digits all codes he may see begin with: 12 for an office, 9 for a township, 6 for a county.</summary>
    public string OfficeScope { get; set; } = "";

    /// <summary>The password was given by somebody else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>关口: where a guard stands. Nobody else has one; <see cref="StaffAccounts"/> keeps it so.</summary>
    public long? CheckpointId { get; set; }

    /// <summary>值守员: signs in with a PIN.</summary>
    public bool IsGuard => CheckpointId is not null;

    /// <summary>停用.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Since when the password is the present one; null until the first sign-in after an upgrade.</summary>
    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>用过的密码: hashes of the last ones, newest first, one a line.</summary>
    public string PasswordHistory { get; set; } = "";

    /// <summary>Which sign-in counts: the newest. Null when nobody is signed in.</summary>
    public string? SessionId { get; set; }
}
