using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>审核的规则 — preconditions of 符合, 不予办理 and 退回补正 (DECISIONS.md D18).</summary>
public static class ReviewRules
{
    /// <summary>符合 requires items (10), (11), (12) and all clauses and conditions to be answered.</summary>
    public static Rule EverythingAnswered { get; } = new("review-answered", "还没有填：", "宁疫指办发〔2020〕63号 附件1；DECISIONS.md D11、D12");

    /// <summary>符合 requires a form without blank items.</summary>
    public static Rule FormComplete { get; } = new("review-complete", "申报表还有空项，请退回补正或当面补齐：", "宁疫指办发〔2020〕63号 二；DECISIONS.md D18");

    /// <summary>符合 is impossible while a clause applies.</summary>
    public static Rule NoClauseApplies { get; } = new("review-no-clause", "已认定下列条款适用，不能作出“符合”：", "宁疫指办发〔2020〕63号 一(二)");

    /// <summary>符合 is impossible while a condition is not met.</summary>
    public static Rule ConditionsMet { get; } = new("review-conditions", "已认定不具备下列条件，不能作出“符合”：", "宁疫指办发〔2020〕63号 一(一)");

    /// <summary>不予办理 needs one of the five clauses or a failed condition; nothing else, ever.</summary>
    public static Rule RefusalHasGround { get; } = new("review-ground", "不予办理必须至少认定五条之一，或申办条件有一条不具备。第(7)(8)(9)项、单凭第(3)项或第(11)项都不能不予办理。", "宁疫指办发〔2020〕63号 一、三(一)；DECISIONS.md D14、D15");

    /// <summary>A refusal needs a reason.</summary>
    public static Rule ReasonGiven { get; } = new("review-reason", "请用一两句话写明理由，告知单上要印。", "宁疫指办发〔2020〕73号 四(四)");

    /// <summary>A return names the missing items or gives a reason.</summary>
    public static Rule ReturnNamesItems { get; } = new("review-return-items", "请写明要补正的内容，本人才知道要补什么。", "DECISIONS.md D18");

    /// <summary>A clause found to apply, or a condition found not to be met, needs its dates or symptoms.</summary>
    public static Rule ClauseHasFacts { get; } = new("review-clause-facts", "认定此条需要：", "DECISIONS.md D18");

    /// <summary>A refusal cannot rest on a clause or condition whose period is over.</summary>
    public static Rule ObservationNotOver { get; } = new("review-observation-over", "观察期已满，不能再以此条不予办理：", "宁疫指办发〔2020〕63号 一(二)；DECISIONS.md D15");

    /// <summary>符合 is impossible while an observation period is not over by its dates.</summary>
    public static Rule ObservationIsOver { get; } = new("review-observation-open", "按所填日期观察期未满，此条适用：", "宁疫指办发〔2020〕63号 一(二)");

    /// <summary>If the form has 是 for an item of a clause, 符合 needs facts that show the clause does not apply.</summary>
    public static Rule AnswerExplained { get; } = new("review-answer-explained", "与所填的回答对不上，作出“符合”还需要：", "DECISIONS.md D18");

    /// <summary>With a symptom ticked as present now, clause 5 cannot be found not to apply.</summary>
    public static Rule PresentSymptomApplies { get; } = new("review-symptom-present", "勾选了现在有的症状，第5条就适用；没有的，请取消勾选：", "宁疫指办发〔2020〕63号 一(二)5；DECISIONS.md D11");

    /// <summary>(12)=是 requires one of clauses 1 to 4 to apply.</summary>
    public static Rule IsolationNamesClause { get; } = new("review-isolation-clause", "第(12)项勾选了隔离观察人员，请在第1至4条中认定是哪一种。", "DECISIONS.md D18");

    /// <summary>A temperature ticked 不正常 needs a new measurement, or fever found under clause 5.</summary>
    public static Rule AbnormalFollowedUp { get; } = new("review-abnormal", "体温勾选了“不正常”：请复测后改记；确有发热的，在第5条认定。", "宁疫指办发〔2020〕73号 二；DECISIONS.md D13");

    /// <summary>A refusal for fever needs a measured temperature ticked 不正常.</summary>
    public static Rule FeverMeasured { get; } = new("review-fever-measured", "以发热不予办理，要先测体温，并由您勾选“不正常”。", "DECISIONS.md D13");

    /// <summary>Dates of findings are not in the future.</summary>
    public static Rule DateNotAhead { get; } = new("review-date-ahead", "日期在今天之后，请核对：", "DECISIONS.md D18");

    /// <summary>Applicants under 14 need a guardian.</summary>
    public static Rule GuardianKnown { get; } = new("review-guardian", "申报人未满 14 周岁，请补填监护人。", "个人信息保护法 第三十一条；DECISIONS.md D17");

    /// <summary>The rules that 符合 would break, in the order of the page; empty if none.</summary>
    public static IReadOnlyList<Breach> ValidateApproval(DeclarationContent content, ReviewFindings findings, RulePack pack, DateOnly today) =>
    [
        .. content.BlankItems(pack.Pass) is { Count: > 0 } blank ? [FormComplete.Broken(string.Join("、", blank))] : Array.Empty<Breach>(),
        .. content.Person.NeedsGuardianOn(today) && content.Guardian is null ? [GuardianKnown.Broken()] : Array.Empty<Breach>(),
        .. Unanswered(findings),
        .. findings.Temperature is { FoundNormal: false } && !HasFever(findings) ? [AbnormalFollowedUp.Broken(field: ReviewField.Temperature)] : Array.Empty<Breach>(),
        .. findings.UnderIsolation == true && !NamesIsolation(findings) ? [IsolationNamesClause.Broken(field: ReviewField.UnderIsolation)] : Array.Empty<Breach>(),
        .. findings.AppliedClauses.Select(clause => NoClauseApplies.Broken(pack.Clause((int)clause).Citation.Quote, Of(clause))),
        .. findings.FailedConditions.Select(condition => ConditionsMet.Broken(pack.Condition((int)condition).Citation.Quote, Of(condition))),
        .. findings.Clauses.Where(finding => finding.Applies == false).SelectMany(finding => ValidateSettingAside(content, finding, pack, today)),
        .. Residence(findings, pack, today),
        .. findings is { LowRiskResidence: true, LivedHere: false, ResidentSince: null }
            ? [AnswerExplained.Broken("第(11)项为“否”，请写明" + ResidenceLabel(pack), ReviewField.ResidentSince)] : Array.Empty<Breach>(),
        .. DatesAhead(findings, today),
    ];

    /// <summary>The rules that 不予办理 would break; empty if none.</summary>
    public static IReadOnlyList<Breach> ValidateRefusal(ReviewFindings findings, string reason, RulePack pack, DateOnly today) =>
    [
        .. findings.AppliedClauses.Count + findings.FailedConditions.Count == 0 ? [RefusalHasGround.Broken($"（{pack.Sources.Grounds}）")] : Array.Empty<Breach>(),
        .. findings.Clauses.Where(finding => finding.Applies == true).SelectMany(finding => ValidateApplying(findings, finding, pack, today)),
        .. findings.UnderIsolation == true && !NamesIsolation(findings) ? [IsolationNamesClause.Broken(field: ReviewField.UnderIsolation)] : Array.Empty<Breach>(),
        .. Residence(findings, pack, today),
        .. DatesAhead(findings, today),
        .. reason.Length == 0 ? [ReasonGiven.Broken(field: ReviewField.Reason)] : Array.Empty<Breach>(),
    ];

    /// <summary>The rules that 退回补正 would break; empty if none.</summary>
    public static IReadOnlyList<Breach> ValidateReturn(IReadOnlyList<string> items, string reason) =>
        items.Count == 0 && reason.Length == 0 ? [ReturnNamesItems.Broken(field: ReviewField.Reason)] : [];

    private static Field Of(RefusalClause clause) => new(ReviewField.ClauseApplies, (int)clause);

    private static Field Of(EligibilityCondition condition) => condition switch
    {
        EligibilityCondition.LowRiskResidence => ReviewField.LowRiskResidence,
        EligibilityCondition.ManagedHere => ReviewField.ManagedHere,
        EligibilityCondition.NeedsToGoOut => ReviewField.NeedsToGoOut,
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static bool HasFever(ReviewFindings findings) =>
        findings.FindingFor(RefusalClause.Symptoms) is { Applies: true } finding && finding.Symptoms.HasFlag(PresentSymptom.Fever);

    private static bool NamesIsolation(ReviewFindings findings) =>
        findings.AppliedClauses.Any(clause => clause != RefusalClause.Symptoms);

    private static IEnumerable<Breach> Unanswered(ReviewFindings findings)
    {
        if (findings.Temperature is null)
        {
            yield return EverythingAnswered.Broken("第(10)项体温", ReviewField.Temperature);
        }

        if (findings.LivedHere is null)
        {
            yield return EverythingAnswered.Broken("第(11)项", ReviewField.LivedHere);
        }

        if (findings.UnderIsolation is null)
        {
            yield return EverythingAnswered.Broken("第(12)项", ReviewField.UnderIsolation);
        }

        foreach (var condition in Enum.GetValues<EligibilityCondition>().Where(condition => findings[condition] is null))
        {
            yield return EverythingAnswered.Broken($"条件{(int)condition}", Of(condition));
        }

        foreach (var finding in findings.Clauses.Where(finding => finding.Applies is null))
        {
            yield return EverythingAnswered.Broken($"第{(int)finding.Clause}条", Of(finding.Clause));
        }
    }

    private static IEnumerable<Breach> ValidateApplying(ReviewFindings findings, ClauseFinding finding, RulePack pack, DateOnly today)
    {
        var missing = finding.Clause switch
        {
            RefusalClause.Returnee or RefusalClause.HighRiskContact when finding.HappenedOn is null => pack.Clause((int)finding.Clause).DayLabel,
            RefusalClause.Symptoms when finding.Symptoms == PresentSymptom.None => "现在有哪一种症状（发热、干咳、气促、呼吸道症状）",
            _ => null,
        };
        if (missing is not null)
        {
            yield return ClauseHasFacts.Broken(missing, Of(finding.Clause));
        }

        if (finding.IsOver(pack, today) == true)
        {
            yield return ObservationNotOver.Broken(finding.Count(pack, today)?.Sentence ?? $"{finding.ReleasedOn!.Value.Chinese()}已解除", Of(finding.Clause));
        }

        if (finding.Symptoms.HasFlag(PresentSymptom.Fever) && findings.Temperature is not { FoundNormal: false })
        {
            yield return FeverMeasured.Broken(field: ReviewField.Temperature);
        }
    }

    private static IEnumerable<Breach> ValidateSettingAside(DeclarationContent content, ClauseFinding finding, RulePack pack, DateOnly today)
    {
        if (finding.IsOver(pack, today) == false)
        {
            yield return ObservationIsOver.Broken(finding.Count(pack, today)?.Sentence ?? $"{finding.ReleasedOn!.Value.Chinese()}才解除", Of(finding.Clause));
        }

        if (finding.Symptoms != PresentSymptom.None)
        {
            yield return PresentSymptomApplies.Broken(finding.Symptoms.ChineseName(), Of(finding.Clause));
        }

        var needed = finding.Clause switch
        {
            RefusalClause.Patient when finding.Basis.Length == 0 => "写明乡镇的答复（疑似已排除等情况，通知没有规定，请先请示乡镇）",
            RefusalClause.CloseContact when finding.ReleasedOn is null || finding.Basis.Length == 0 => "解除隔离医学观察日期，和所见的通知或证明",
            RefusalClause.Returnee or RefusalClause.HighRiskContact when finding.HappenedOn is null => pack.Clause((int)finding.Clause).DayLabel,
            _ => null,
        };
        var declared = HealthQuestion.All.Any(question => question.Clause == finding.Clause && question.Answer(content.Answers) == true);
        if (declared && needed is not null)
        {
            yield return AnswerExplained.Broken(needed, Of(finding.Clause));
        }
    }

    private static IEnumerable<Breach> Residence(ReviewFindings findings, RulePack pack, DateOnly today)
    {
        var field = ReviewField.ResidentSince;
        var count = findings.ResidentSince is { } since ? new DayCount(since, pack.Pass.ResidenceDays, today) : null;
        if (findings.LowRiskResidence == false && count is null)
        {
            yield return ClauseHasFacts.Broken(ResidenceLabel(pack), field);
        }
        else if (findings.LowRiskResidence == false && count!.IsFull)
        {
            yield return ObservationNotOver.Broken(count.Sentence, field);
        }
        else if (findings.LowRiskResidence == true && count is { IsFull: false })
        {
            yield return ObservationIsOver.Broken(count.Sentence, field);
        }
    }

    private static string ResidenceLabel(RulePack pack) => pack.Condition((int)EligibilityCondition.LowRiskResidence).DayLabel;

    private static IEnumerable<Breach> DatesAhead(ReviewFindings findings, DateOnly today) =>
        findings.Clauses
            .Where(finding => finding.StartedOn > today || finding.HappenedOn > today)
            .Select(finding => DateNotAhead.Broken($"第{(int)finding.Clause}条", Of(finding.Clause)))
            .Concat(findings.ResidentSince > today ? [DateNotAhead.Broken("居住起始日期", ReviewField.ResidentSince)] : []);
}
