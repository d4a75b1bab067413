namespace HealthCode.Domain.People;

/// <summary>陪办身份: role of a person who acts for the applicant (not on the form: DECISIONS.md D17).</summary>
public enum AttendantRole
{
    /// <summary>监护人: consents for a person under 14 (个人信息保护法 art. 31).</summary>
    Guardian,

    /// <summary>代填人: fills in the form for a person who cannot write.</summary>
    Scribe,
}

/// <summary>陪办身份的名称: Chinese name of each <see cref="AttendantRole"/>.</summary>
public static class AttendantRoleNames
{
    /// <summary>监护人 or 代填人.</summary>
    /// <param name="role">A defined value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static string ChineseName(this AttendantRole role) => role switch
    {
        AttendantRole.Guardian => "监护人",
        AttendantRole.Scribe => "代填人",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not an attendant's role."),
    };
}
