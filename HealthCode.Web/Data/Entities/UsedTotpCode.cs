namespace HealthCode.Web.Data.Entities;

/// <summary>用过的验证码 — rejected if used again.</summary>
public sealed class UsedTotpCode
{
    /// <summary>Digits of a TOTP code (RFC 6238).</summary>
    public const int Figures = 6;

    private UsedTotpCode(string userId, string code, DateTimeOffset at) => (UserId, Code, At) = (userId, code, at);

    /// <summary>The user.</summary>
    public string UserId { get; private set; }

    /// <summary>The code.</summary>
    public string Code { get; private set; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Records an accepted code.</summary>
    public static UsedTotpCode Of(string userId, string code, DateTimeOffset at) => new(userId, code, at);
}
