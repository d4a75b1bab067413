namespace HealthCode.Web.Data.Entities;

/// <summary>用过的验证码 — worth nothing any more.</summary>
public sealed class UsedTotpCode
{
    /// <summary>How long a code of a telephone is (RFC 6238).</summary>
    public const int Figures = 6;

    private UsedTotpCode(string userId, string code, DateTimeOffset at) => (UserId, Code, At) = (userId, code, at);

    /// <summary>Who used it.</summary>
    public string UserId { get; private set; }

    /// <summary>What the telephone showed.</summary>
    public string Code { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>A code that opened.</summary>
    public static UsedTotpCode Of(string userId, string code, DateTimeOffset at) => new(userId, code, at);
}
