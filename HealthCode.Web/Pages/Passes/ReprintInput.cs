using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Passes;

/// <summary>Why a card is reprinted.</summary>
public sealed class ReprintInput
{
    [Display(Name = "为什么补打")]
    public ReprintCause? Kind { get; set; }

    [Display(Name = "经过")]
    public string? Reason { get; set; }
}

/// <summary>遗失 or 损毁.</summary>
public enum ReprintCause
{
    Lost = 1,
    Damaged = 2,
}
