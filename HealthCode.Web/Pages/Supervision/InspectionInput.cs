using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>A visit as posted.</summary>
public sealed class InspectionInput
{
    [Display(Name = "查的是哪里"), Line(Inspection.LongestLine)]
    public string? Place { get; set; }

    [Display(Name = "督查日期"), Required]
    public DateOnly? InspectedOn { get; set; }

    [Display(Name = "谁去查的"), Line(Inspection.LongestLine)]
    public string? Inspector { get; set; }

    /// <summary>One for each item of the list, in its order.</summary>
    public List<InspectionOutcome?> Outcomes { get; set; } = [];

    /// <summary>What the office looked at beyond the list.</summary>
    public List<OwnItemInput> Own { get; set; } = [];

    [Display(Name = "当场怎么说的"), Line(Inspection.LongestText)]
    public string? Told { get; set; }

    [Display(Name = "哪天复查")]
    public DateOnly? RecheckOn { get; set; }

    /// <summary>The path of the input for a field.</summary>
    public static string PathOf(Field field) => field.Name switch
    {
        InspectionField.Outcome => $"{nameof(Outcomes)}[{field.Number - 1}]",
        InspectionField.OwnItem => $"{nameof(Own)}[{field.Number - 1}].{nameof(OwnItemInput.Text)}",
        _ => field.Name.ToString(),
    };
}
