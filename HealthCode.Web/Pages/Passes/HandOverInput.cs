using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Pages.Passes;

/// <summary>The person who collects the card.</summary>
public class HandOverInput
{
    /// <summary>本人 (key 1) and 代领 (key 2).</summary>
    public static IReadOnlyList<Choice> Collectors { get; } = Choice.Of<CollectorKind>(kind => kind == CollectorKind.Holder ? "本人" : "代领");

    [Display(Name = "领取人")]
    public CollectorKind? Who { get; set; }

    [Display(Name = "代领人姓名"), Line(30)]
    public string? CollectedBy { get; set; }

    [Display(Name = "与持卡人关系"), Line(10)]
    public string? Relation { get; set; }

    /// <summary>本人, or the name typed.</summary>
    [BindNever]
    public string Collector => Who == CollectorKind.Holder ? HouseholdHandOver.Self : LineAttribute.Clean(CollectedBy);

    /// <summary>The relation typed.</summary>
    [BindNever]
    public string CleanRelation => LineAttribute.Clean(Relation);

    /// <summary>Says at each box what is missing to know who collects.</summary>
    public void Demand(ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Who is null || !Enum.IsDefined(Who.Value))
        {
            state.AddModelError("Input.Who", "请选领取人：本人按 1，代领按 2。");
        }
        else if (Who == CollectorKind.Other && Collector.Length == 0)
        {
            state.AddModelError("Input.CollectedBy", "代领的，请写领取人的姓名。");
        }
        else if (Who == CollectorKind.Other && CleanRelation.Length == 0)
        {
            state.AddModelError("Input.Relation", "代领的，请写领取人与持卡人的关系，例如 儿子。");
        }
    }
}

/// <summary>本人 or 代领.</summary>
public enum CollectorKind
{
    Holder = 1,
    Other = 2,
}
