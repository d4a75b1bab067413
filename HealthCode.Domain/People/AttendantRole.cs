namespace HealthCode.Domain.People;

/// <summary>陪办身份: what somebody beside the applicant does for the declaration (rule table G8: captured off the form).</summary>
public enum AttendantRole
{
    /// <summary>监护人: consents for a person under 14 (个人信息保护法 art. 31).</summary>
    Guardian,

    /// <summary>代填人: writes for a person who cannot.</summary>
    Scribe,
}
