using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Registers;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Registers;

/// <summary>A unit, hospital or pharmacy as typed.</summary>
public sealed class FacilityInput
{
    [Display(Name = "名称"), Line(RegisterContent.LongestLine)]
    public string? Name { get; set; }

    [Display(Name = "所在区"), Line(RegisterContent.LongestLine)]
    public string? District { get; set; }

    [Display(Name = "联系人"), Line(RegisterContent.LongestLine)]
    public string? Contact { get; set; }

    [Display(Name = "联系电话")]
    public string? Phone { get; set; }

    /// <summary>A facility to be changed.</summary>
    public static FacilityInput Of(Facility facility) => new() { Name = facility.Name, District = facility.District, Contact = facility.Contact, Phone = facility.Phone?.Value };
}
