using System.Reflection;

namespace HealthCode.Domain.Rules;

/// <summary>规则包目录 — all rule packs: those of each <see cref="IProvince"/> in this assembly. A new province is a new file in <c>Packs/</c>.</summary>
public static class RulePacks
{
    private static readonly Lock Including = new();
    private static volatile IReadOnlyList<RulePack> _all = [];

    static RulePacks() => Include(typeof(RulePacks).Assembly);

    /// <summary>All packs: those with cards first, then by division code, those for any province last.</summary>
    public static IReadOnlyList<RulePack> All => _all;

    /// <summary>The first day on which any pack issues cards.</summary>
    public static DateOnly FirstPassDay => All.Where(pack => pack.IssuesPasses).Min(pack => pack.FirstDay);

    /// <summary>Adds the provinces of another assembly.</summary>
    /// <exception cref="ArgumentException">Two packs with the same code begin on the same day.</exception>
    public static void Include(Assembly assembly)
    {
        lock (Including)
        {
            var all = _all.Concat(assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IProvince)))
                .SelectMany(type => ((IProvince)Activator.CreateInstance(type)!).Packs)).ToList();
            if (all.CountBy(pack => (pack.Code, pack.FirstDay)).FirstOrDefault(each => each.Value > 1) is { Value: > 1 } twice)
            {
                throw new ArgumentException($"two rule packs '{twice.Key.Code}' begin on {twice.Key.FirstDay:O}", nameof(assembly));
            }

            _all =
            [
                .. all.OrderByDescending(pack => pack.IssuesPasses).ThenBy(pack => pack.DivisionCode.Length == 0)
                    .ThenBy(pack => pack.DivisionCode, StringComparer.Ordinal).ThenBy(pack => pack.FirstDay),
            ];
        }
    }

    /// <summary>The version of a pack in force on a day; the first version for earlier days.</summary>
    /// <exception cref="ArgumentException">No pack has this code.</exception>
    public static RulePack InForce(string code, DateOnly day)
    {
        var versions = All.Where(pack => pack.Code == code).OrderBy(pack => pack.FirstDay).ToList();
        return versions.LastOrDefault(pack => pack.FirstDay <= day) ?? versions.FirstOrDefault() ?? throw new ArgumentException($"no rule pack '{code}'", nameof(code));
    }

    /// <summary>The newest pack of the province of a unit; the one for any province if there is none.</summary>
    /// <param name="divisionCode">Division code of the unit, or its first digits.</param>
    public static RulePack Proposed(string divisionCode) =>
        All.Where(pack => divisionCode.StartsWith(pack.DivisionCode, StringComparison.Ordinal))
            .OrderByDescending(pack => pack.DivisionCode.Length).ThenByDescending(pack => pack.FirstDay).First();
}
