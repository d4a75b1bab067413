using HealthCode.Domain.People;

namespace HealthCode.Domain.Venues;

/// <summary>申领的内容 — what stands on the application for a venue.</summary>
/// <param name="Name">名称.</param>
/// <param name="Kind">类别, as the province's notice names it.</param>
/// <param name="Address">地址.</param>
/// <param name="Applicant">申领人; null while not typed in full.</param>
/// <param name="AppliedOn">申领日; null while not typed.</param>
public sealed record VenueDetails(string Name, string Kind, string Address, VenueApplicant? Applicant, DateOnly? AppliedOn)
{
    /// <summary>Maximum length of a name in characters: fits one line of the poster.</summary>
    public const int LongestName = 30;

    /// <summary>Maximum length of an address in characters.</summary>
    public const int LongestAddress = 60;

    /// <summary>Maximum length of a reason, and of what was seen, in characters.</summary>
    public const int LongestReason = 60;
}

/// <summary>申领人 — who answers for a venue. A telephone is never required.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Document">证件; with a number, by which the applicant is told apart.</param>
/// <param name="Phone">电话, or null.</param>
public sealed record VenueApplicant(PersonName Name, IdentityDocument Document, PhoneNumber? Phone)
{
    /// <summary>Only the masked name, so that logs do not identify the person.</summary>
    public override string ToString() => Name.Masked;
}
