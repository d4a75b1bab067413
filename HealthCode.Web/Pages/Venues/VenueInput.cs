using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.People;
using HealthCode.Domain.Venues;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Venues;

/// <summary>What stands on the application for a venue.</summary>
public sealed class VenueInput
{
    [Display(Name = "场所名称"), Line(VenueDetails.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "类别")]
    public string? Kind { get; set; }

    [Display(Name = "地址"), Line(VenueDetails.LongestAddress)]
    public string? Address { get; set; }

    [Display(Name = "申领人姓名")]
    public string? ApplicantName { get; set; }

    [Display(Name = "证件类型")]
    public IdentityDocumentKind? DocumentKind { get; set; } = IdentityDocumentKind.ResidentIdCard;

    [Display(Name = "证件号码")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "核对不上也保存")]
    public bool SaveDespiteFault { get; set; }

    [Display(Name = "核对不上的说明")]
    public string? DocumentReason { get; set; }

    [Display(Name = "申领人电话")]
    public string? Phone { get; set; }

    [Display(Name = "申领日期")]
    public string? AppliedOn { get; set; }

    [Display(Name = "为什么改"), Line(VenueDetails.LongestReason)]
    public string? Reason { get; set; }
}
