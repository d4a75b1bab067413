using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Residents;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Residents;

/// <summary>What is written on a 情况说明.</summary>
public sealed class StatementInput
{
    private const int LongestSpeaker = 30;

    public static IReadOnlyList<Choice> Groups { get; } = [.. CircumstanceStatement.Groups.Select(group => new Choice(group, group))];

    [Display(Name = "属于哪一类"), Required]
    public string? Group { get; set; }

    [Display(Name = "为什么不便申领"), Line(CircumstanceStatement.LongestWords)]
    public string? Words { get; set; }

    [Display(Name = "谁说的"), Line(LongestSpeaker)]
    public string? SpokenBy { get; set; }
}
