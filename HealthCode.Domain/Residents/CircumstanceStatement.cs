using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Residents;

/// <summary>情况说明 — a paper that says in the person's own words why he cannot apply for the official code, for one of the 特殊人群 of 冀防领办〔2020〕169号 二(二).
/// It certifies nothing.</summary>
/// <param name="Resident">Whose.</param>
/// <param name="Group">老人, 儿童, 残障人士 or 其他特殊人群.</param>
/// <param name="Words">Why, as he or his guardian says it.</param>
/// <param name="SpokenBy">本人, or the guardian's name and relation.</param>
/// <param name="On">The day.</param>
public sealed record CircumstanceStatement(Resident Resident, string Group, string Words, string SpokenBy, DateOnly On)
{
    /// <summary>Characters of <see cref="Words"/>.</summary>
    public const int LongestWords = 120;

    /// <summary>The groups of the notice.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["老人", "儿童", "残障人士", "其他特殊人群"];

    /// <summary>填写.</summary>
    /// <param name="resident">Whose.</param>
    /// <param name="group">One of <see cref="Groups"/>.</param>
    /// <param name="words">Why.</param>
    /// <param name="spokenBy">本人, or the guardian.</param>
    /// <param name="hasCode">Whether the office knows that he has the official code.</param>
    /// <param name="pack">Rules of the province.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">The province has none; he has the code; nothing said.</exception>
    public static CircumstanceStatement Write(Resident resident, string group, string words, string spokenBy, bool hasCode, RulePack pack, DateOnly today)
    {
        GuardianshipRules.ProvinceHasStatements.Require(pack.HealthCode.CircumstanceStatements is not null);
        GuardianshipRules.StatementWithoutCode.Require(!hasCode);
        GuardianshipRules.StatementHasWords.Require(words.Length > 0);

        return new(resident, Groups.Contains(group) ? group : Groups[^1], words, spokenBy.Length > 0 ? spokenBy : "本人", today);
    }
}
