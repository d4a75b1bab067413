using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;

namespace HealthCode.Web.Pages.Passes;

/// <summary>The clause that applies to the holder, and the reason.</summary>
public sealed class RevokeInput
{
    [Display(Name = "依据哪一条")]
    public RefusalClause? Clause { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }
}
