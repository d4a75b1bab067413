using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Residents;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Residents;

/// <summary>A guardian, the end of a guardianship, or a claim, as typed.</summary>
public sealed class GuardianInput
{
    /// <summary>The guardian when he is chosen from the household or the roster; null when he is typed.</summary>
    [Display(Name = "家里的人")]
    public long? GuardianId { get; set; }

    [Display(Name = "监护人")]
    public string? Name { get; set; }

    [Display(Name = "监护人的出生日期")]
    public string? BirthDate { get; set; }

    [Display(Name = "与本人的关系"), Line(Guardianship.LongestLine)]
    public string? Relation { get; set; }

    [Display(Name = "监护人电话")]
    public string? Phone { get; set; }

    [Display(Name = "看过什么"), Line(Guardianship.LongestSeen)]
    public string? Seen { get; set; }

    /// <summary>The guardianship that ends or that claims.</summary>
    public long? GuardianshipId { get; set; }

    [Display(Name = "为什么结束"), Line(Guardianship.LongestLine)]
    public string? EndedFor { get; set; }

    [Display(Name = "哪天代领的")]
    public DateOnly? ClaimedOn { get; set; }

    [Display(Name = "谁同意登记的"), Line(GuardianClaim.LongestConsent)]
    public string? Consent { get; set; }
}
