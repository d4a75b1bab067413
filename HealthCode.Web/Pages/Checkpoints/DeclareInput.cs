using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.People;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>A declaration under the guard's eyes, as posted.</summary>
public sealed class DeclareInput : CheckInInput
{
    /// <summary>The chosen checkpoint, for users who are not guards.</summary>
    [Display(Name = "在哪个关口")]
    public long? CheckpointId { get; set; }

    /// <summary>Nothing is taken from who only passes.</summary>
    [Display(Name = "本人要求申报官方码")]
    public bool Asked { get; set; }

    [Display(Name = "姓名"), Required]
    public string? Name { get; set; }

    [Display(Name = "证件类型"), Required]
    public IdentityDocumentKind? Kind { get; set; } = IdentityDocumentKind.ResidentIdCard;

    [Display(Name = "证件号码"), Required]
    public string? DocumentNumber { get; set; }

    [Display(Name = "当场怎样处理")]
    [Line(GateIncident.LongestLine)]
    public string? Handling { get; set; }
}
