using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Shared;

/// <summary>What a new office needs.</summary>
public class OfficeInput : OfficeNamesInput
{
    [Required, StringLength(12)]
    public string? Code { get; set; }

    [Display(Name = "规则"), Required, StringLength(40)]
    public string? RulePack { get; set; }
}
