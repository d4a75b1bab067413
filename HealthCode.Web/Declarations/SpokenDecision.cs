using System.Text.RegularExpressions;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Declarations;

/// <summary>念给本人听 — a refusal as sentences, the same as on the slip: why, what to do, when to come back. It names nobody: others may listen.</summary>
public static partial class SpokenDecision
{
    /// <summary>The sentences, in the order of the slip.</summary>
    /// <param name="decision">A refusal.</param>
    /// <param name="pack">The rules of its day.</param>
    public static IReadOnlyList<SpokenSentence> Of(ReviewDecision decision, RulePack pack)
    {
        var comeBack = decision.EarliestReapplication(pack);
        return
        [
            .. ((string[])
            [
                "这次还不能办理，原因是：",
                .. decision.Clauses.Select(each => pack.Clause((int)each)).Concat(decision.FailedConditions.Select(each => pack.Condition((int)each))).Select(ground => ground.PlainWords),
                "再来以前：",
                .. comeBack.Steps,
                comeBack.Sentence,
                "不明白、不同意，可以打告知单上的电话。",
            ]).Select(text => new SpokenSentence(text, InWords(text))),
        ];
    }

    private static string InWords(string text) => Day().Replace(text, written =>
        TypedDate.TryParse(written.Value, DateOnly.MaxValue, out var day, out _) && day is { } read ? SpokenNumber.Day(read) : written.Value);

    [GeneratedRegex(@"\d{4}年\d{1,2}月\d{1,2}日")]
    private static partial Regex Day();
}
