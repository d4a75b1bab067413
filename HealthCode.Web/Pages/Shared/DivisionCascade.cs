using HealthCode.Domain.Offices;
using HealthCode.Web.Offices;

namespace HealthCode.Web.Pages.Shared;

/// <summary>省→市→县→乡镇→村, one list after the other: each answer opens the next, with or without a script.</summary>
public sealed class DivisionCascade
{
    private static readonly string[] Titles = ["省（自治区）", "市", "县（市、区）", "乡镇（街道）", "村（社区）"];

    private DivisionCascade(IReadOnlyList<(string, IReadOnlyList<Division>, string?)> steps) => Steps = steps;

    /// <summary>Title, units to choose from, code chosen.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<Division> Units, string? Chosen)> Steps { get; }

    /// <summary>Follows the answers given as far as they belong together.</summary>
    public static async Task<DivisionCascade> FollowAsync(DivisionList divisions, IReadOnlyList<string> answers)
    {
        var steps = new List<(string, IReadOnlyList<Division>, string?)>();
        string? parent = null;
        for (var level = 0; level < Titles.Length && (level == 0 || parent is not null); level++)
        {
            var units = await divisions.BelowAsync(parent);
            parent = units.FirstOrDefault(unit => answers.ElementAtOrDefault(level) == unit.Code)?.Code
                // Where there is only one, there is nothing to choose.
                ?? (units.Count == 1 ? units[0].Code : null);
            steps.Add((Titles[level], units, parent));
        }

        return new(steps);
    }
}
