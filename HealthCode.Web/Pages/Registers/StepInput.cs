using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Registers;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Registers;

/// <summary>The next step of an entry.</summary>
public sealed class StepInput
{
    [Display(Name = "到达日期")]
    public DateOnly? ArrivedOn { get; set; }

    [Display(Name = "隔离从哪天起")]
    public DateOnly? IsolationFrom { get; set; }

    [Display(Name = "隔离到哪天止")]
    public DateOnly? IsolationTo { get; set; }

    [Display(Name = "隔离地点"), Line(RegisterContent.LongestLine)]
    public string? IsolationPlace { get; set; }

    [Display(Name = "患者证件号码")]
    public string? PatientNumber { get; set; }

    [Display(Name = "怎样问的"), Line(RegisterContent.LongestLine)]
    public string? Note { get; set; }

    [Display(Name = "为什么作废"), Line(RegisterContent.LongestLine)]
    public string? Reason { get; set; }

    /// <summary>第几版 that was on the screen.</summary>
    public int Version { get; set; }
}
