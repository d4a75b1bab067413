using System.ComponentModel.DataAnnotations;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Administration.System;

/// <summary>An IP address or range from which administrators may sign in, with a note.</summary>
public sealed class AddressInput
{
    [Display(Name = "地址"), Required, Line(100)]
    public string? Range { get; set; }

    [Display(Name = "哪台电脑"), Required, Line(50)]
    public string? Note { get; set; }
}
