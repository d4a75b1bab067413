using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>审核提示 — hints for the reviewer derived from the answers on the form. A hint never affects the decision (DECISIONS.md D14, D18).</summary>
public static class ReviewPrompts
{
    /// <summary>The hints for these answers, in the order of the form.</summary>
    public static IEnumerable<string> Of(HealthAnswers answers, PassTerms terms)
    {
        foreach (var question in HealthQuestion.All.Where(question => question.Answer(answers) == true))
        {
            if (terms.Item(question.Number).Hint is { Length: > 0 } hint)
            {
                yield return hint;
            }
        }

        if (answers.MetFeverish == true || answers.WillReport == false || answers.WillKeepAway == false)
        {
            yield return "第(7)、(8)、(9)项不是不得办理的条款：请向本人说明，照常审核。";
        }
    }
}
