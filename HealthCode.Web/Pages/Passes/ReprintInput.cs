using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Passes;

/// <summary>Why a card is printed again.</summary>
public sealed class ReprintInput
{
    [Display(Name = "为什么补打")]
    public ReprintCause? Kind { get; set; }

    [Display(Name = "经过")]
    public string? Reason { get; set; }
}

/// <summary>遗失或损毁.</summary>
public enum ReprintCause
{
    Lost = 1,
    Damaged = 2,
}
