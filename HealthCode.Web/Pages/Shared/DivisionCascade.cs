using HealthCode.Domain.Offices;
using HealthCode.Web.Offices;

namespace HealthCode.Web.Pages.Shared;

/// <summary>省→市→县→乡镇→村 as dependent drop-down lists; works with and without JavaScript.</summary>
public sealed class DivisionCascade
{
    private static readonly string[] Titles = ["省（自治区）", "市", "县（市、区）", "乡镇（街道）", "村（社区）"];

    private DivisionCascade(IReadOnlyList<(string, IReadOnlyList<Division>, string?)> steps) => Steps = steps;

    /// <summary>For each list its title, its options, and the code of the chosen one (null if none).</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<Division> Units, string? Chosen)> Steps { get; }

    /// <summary>Builds the lists from the chosen codes, down to the first level whose code is missing or not below the one before it.</summary>
    public static async Task<DivisionCascade> FollowAsync(DivisionList divisions, IReadOnlyList<string> answers)
    {
        var steps = new List<(string, IReadOnlyList<Division>, string?)>();
        string? parent = null;
        for (var level = 0; level < Titles.Length && (level == 0 || parent is not null); level++)
        {
            var units = await divisions.BelowAsync(parent);
            parent = units.FirstOrDefault(unit => answers.ElementAtOrDefault(level) == unit.Code)?.Code
                // A single option is chosen automatically.
                ?? (units.Count == 1 ? units[0].Code : null);
            steps.Add((Titles[level], units, parent));
        }

        return new(steps);
    }
}
