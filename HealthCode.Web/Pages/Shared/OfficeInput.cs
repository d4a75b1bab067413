using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Shared;

/// <summary>The fields of a new office.</summary>
public class OfficeInput : OfficeNamesInput
{
    [Required, StringLength(12)]
    public string? Code { get; set; }

    [Display(Name = "规则"), Required, StringLength(40)]
    public string? RulePack { get; set; }
}
