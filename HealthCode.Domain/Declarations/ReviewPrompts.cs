namespace HealthCode.Domain.Declarations;

/// <summary>审核提示 — what the answers on the form ask the reviewer to say or to clear up. A prompt decides nothing. Source: rule-table 2A.</summary>
public static class ReviewPrompts
{
    /// <summary>The sentences for these answers, in the order of the form.</summary>
    public static IEnumerable<string> Of(HealthAnswers answers)
    {
        if (answers.LeftNingxia == true)
        {
            yield return "第(5)项答“是”：14 天内到过宁夏以外，与“连续 14 天居住在该社区（村）”对不上，第(11)项请当面问清。";
        }

        if (answers.MetFeverish == true || answers.WillReport == false || answers.WillKeepAway == false)
        {
            yield return "第(7)、(8)、(9)项不是不得办理的条款：请向本人说明，照常审核。";
        }
    }
}
