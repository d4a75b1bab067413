using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>Who asked the office to keep up the code.</summary>
public sealed class KeepInput
{
    [Display(Name = "谁请我们代为打卡"), Required, Line(HealthStatus.LongestConsent)]
    public string? Consent { get; set; }
}
