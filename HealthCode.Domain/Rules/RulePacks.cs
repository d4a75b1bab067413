using System.Reflection;

namespace HealthCode.Domain.Rules;

/// <summary>规则包目录 — every pack the program knows: those of each <see cref="IProvince"/> of this assembly. A new province is a new file in <c>Packs/</c>.</summary>
public static class RulePacks
{
    private static readonly Lock Including = new();
    private static volatile IReadOnlyList<RulePack> _all = [];

    static RulePacks() => Include(typeof(RulePacks).Assembly);

    /// <summary>Every pack: who issues cards first, then by division code, those for any province last.</summary>
    public static IReadOnlyList<RulePack> All => _all;

    /// <summary>The first day on which a card could be issued anywhere.</summary>
    public static DateOnly FirstPassDay => All.Where(pack => pack.IssuesPasses).Min(pack => pack.FirstDay);

    /// <summary>Takes in the provinces of a further assembly.</summary>
    /// <exception cref="ArgumentException">Two packs of one code begin on the same day.</exception>
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

    /// <summary>The version of a pack that is in force on a day; before its first day, the first version.</summary>
    /// <exception cref="ArgumentException">No pack has this code.</exception>
    public static RulePack InForce(string code, DateOnly day)
    {
        var versions = All.Where(pack => pack.Code == code).OrderBy(pack => pack.FirstDay).ToList();
        return versions.LastOrDefault(pack => pack.FirstDay <= day) ?? versions.FirstOrDefault() ?? throw new ArgumentException($"no rule pack '{code}'", nameof(code));
    }

    /// <summary>The pack of the province a unit lies in, newest version; where its notices are not known, the one for any province.</summary>
    /// <param name="divisionCode">Of the unit, or its first figures.</param>
    public static RulePack Proposed(string divisionCode) =>
        All.Where(pack => divisionCode.StartsWith(pack.DivisionCode, StringComparison.Ordinal))
            .OrderByDescending(pack => pack.DivisionCode.Length).ThenByDescending(pack => pack.FirstDay).First();
}
