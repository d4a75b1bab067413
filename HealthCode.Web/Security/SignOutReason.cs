namespace HealthCode.Web.Security;

/// <summary>登录为什么结束 — why a session ended, shown on the sign-in page.</summary>
public enum SignOutReason
{
    /// <summary>15 minutes without a request.</summary>
    Idle,

    /// <summary>The same user signed in elsewhere.</summary>
    Elsewhere,

    /// <summary>Eight hours are over.</summary>
    TooLong,

    /// <summary>An administrator at a PC that is not on the list.</summary>
    Address,

    /// <summary>Password, roles or other account data changed, or the user was disabled.</summary>
    Changed,
}
