using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace HealthCode.Web.Data.Entities;

/// <summary>用户 — a member of staff who signs in. Never deleted, only disabled, so that old records keep their author.</summary>
public sealed class OfficeUser : IdentityUser
{
    /// <summary>Purpose of data protection of authenticator secrets.</summary>
    public const string TokenProtection = "authenticator";

    /// <summary>Real name, as printed.</summary>
    public string StaffName { get; set; } = "";

    /// <summary>Prefix of the division codes in the user's scope: 12 digits for an office, 9 for a township, 6 for a county.</summary>
    public string OfficeScope { get; set; } = "";

    /// <summary>Whether the password was set by an administrator.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>关口 of a guard; null for everyone else. Enforced by <see cref="StaffAccounts"/>.</summary>
    public long? CheckpointId { get; set; }

    /// <summary>值守员: signs in with a PIN.</summary>
    public bool IsGuard => CheckpointId is not null;

    /// <summary>停用.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>When the password was last changed; null until the first sign-in after an upgrade.</summary>
    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>用过的密码: hashes of previous passwords, newest first, one per line.</summary>
    public string PasswordHistory { get; set; } = "";

    /// <summary>Id of the newest sign-in, the only valid one. Null when signed out.</summary>
    public string? SessionId { get; set; }
}
