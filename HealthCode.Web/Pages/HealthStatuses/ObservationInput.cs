using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>The entry of a medical observation.</summary>
public sealed class ObservationInput
{
    [Display(Name = "为什么观察"), Required]
    public HealthGround? Ground { get; set; }

    [Display(Name = "在哪里观察"), Required]
    public ObservationPlace? Place { get; set; }

    [Display(Name = "开始观察日期"), Required]
    public DateOnly? StartedOn { get; set; }

    [Display(Name = "隔离点或机构"), Line(Observation.LongestLine)]
    public string? Institution { get; set; }

    [Display(Name = "现住址"), Line(Observation.LongestLine)]
    public string? Address { get; set; }

    [Display(Name = "医护人员"), Line(Observation.LongestLine)]
    public string? Nurse { get; set; }

    [Display(Name = "就诊意见"), Line(Observation.LongestLine)]
    public string? MedicalAdvice { get; set; }

    [Display(Name = "病例编号"), Line(Observation.LongestLine)]
    public string? CaseNumber { get; set; }

    [Display(Name = "病例类型"), Line(Observation.LongestLine)]
    public string? CaseType { get; set; }

    [Display(Name = "发病日期")]
    public DateOnly? OnsetOn { get; set; }

    [Display(Name = "是否干咳")]
    public bool? DryCough { get; set; }

    /// <summary>What it says, cleaned.</summary>
    public ObservationDetails Details() => new()
    {
        Ground = Ground!.Value,
        Institution = LineAttribute.Clean(Institution),
        Address = LineAttribute.Clean(Address),
        Nurse = LineAttribute.Clean(Nurse),
        MedicalAdvice = LineAttribute.Clean(MedicalAdvice),
        CaseNumber = LineAttribute.Clean(CaseNumber),
        CaseType = LineAttribute.Clean(CaseType),
        OnsetOn = OnsetOn,
        DryCough = DryCough,
    };
}
