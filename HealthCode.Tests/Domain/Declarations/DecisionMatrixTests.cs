using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

/// <summary>What each answer on the form leads to (DECISIONS.md D18). What the dates of each clause do is in <see cref="ClauseDatesTests"/>.</summary>
public sealed class DecisionMatrixTests
{
    private static readonly bool?[] Ticks = [null, false, true];

    [Fact]
    public void No_combination_of_answers_refuses_by_itself() =>
        Assert.All(EveryPaper(), answers =>
        {
            var declaration = Submitted(Form with { Answers = answers });
            Assert.Equal([ReviewRules.RefusalHasGround], Forbids(() => declaration.Refuse(NothingFound, "不放心", 1, Pack, Reviewer, Now, Today)));
        });

    [Fact]
    public void A_combination_of_answers_is_approved_unless_an_item_is_blank_or_1_2_5_or_6_still_wants_its_facts() =>
        Assert.All(EveryPaper(), answers =>
        {
            Rule[] expected =
            [
                .. HealthQuestion.All.Any(question => question.Answer(answers) is null) ? [ReviewRules.FormComplete] : Array.Empty<Rule>(),
                .. new[] { answers.Diagnosed, answers.CloseContact, answers.LeftNingxia, answers.MetHighRisk }
                    .Where(answer => answer == true).Select(_ => ReviewRules.AnswerExplained),
            ];
            Assert.Equal(expected, Approval(answers, NothingFound));
        });

    [Fact]
    public void With_the_facts_on_record_every_complete_combination_is_approved()
    {
        var explained = NothingFound
            .With(new(RefusalClause.Patient) { Applies = false, Basis = "疑似已排除，乡镇答复可以办理" })
            .With(new(RefusalClause.CloseContact) { Applies = false, ReleasedOn = Today, Basis = "解除隔离通知" })
            .With(new(RefusalClause.Returnee) { Applies = false, HappenedOn = Today.AddDays(-14) })
            .With(new(RefusalClause.HighRiskContact) { Applies = false, HappenedOn = Today.AddDays(-14) });

        Assert.All(EveryPaper().Where(Complete), answers => Assert.Empty(Approval(answers, explained)));
    }

    [Fact]
    public void A_paper_with_a_blank_is_returned_and_that_is_no_refusal() =>
        Assert.All(EveryPaper().Where(answers => !Complete(answers)), answers =>
        {
            var declaration = Submitted(Form with { Answers = answers });
            declaration.ReturnForCorrection(NothingFound, declaration.Content.BlankItems(Pack.Pass), "", 1, Reviewer, Now, Today);
            Assert.Equal(DeclarationState.Returned, declaration.State);
        });

    [Fact]
    public void An_unsigned_paper_is_not_approved_and_not_refused_but_returned()
    {
        var declaration = Submitted(Form with { Signature = null, SignedOn = null });

        Assert.Equal([ReviewRules.FormComplete], Forbids(() => declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today)));
        Assert.Equal([ReviewRules.RefusalHasGround], Forbids(() => declaration.Refuse(NothingFound, "没有签字", 1, Pack, Reviewer, Now, Today)));
        declaration.ReturnForCorrection(NothingFound, ["申报人签字"], "", 1, Reviewer, Now, Today);
    }

    [Fact]
    public void No_to_item_1_still_leaves_clause_1_to_be_answered() =>
        Assert.All(Enum.GetValues<RefusalClause>(), clause =>
            Assert.Equal([ReviewRules.EverythingAnswered], Approval(Form.Answers, NothingFound.With(new(clause)))));

    [Theory]
    [InlineData("", false)]
    [InlineData("乡镇答复：疑似已排除", true)]
    public void Item_1_is_set_aside_only_with_the_answer_of_the_township(string basis, bool approved) =>
        Assert.Equal(approved ? [] : [ReviewRules.AnswerExplained], Approval(
            Form.Answers with { Diagnosed = true },
            NothingFound.With(new(RefusalClause.Patient) { Applies = false, Basis = basis })));

    [Theory]
    [InlineData(null, "", false)]
    [InlineData(0, "", false)]
    [InlineData(null, "解除隔离通知", false)]
    [InlineData(0, "解除隔离通知", true)]
    public void Item_2_is_set_aside_only_with_the_day_of_release_and_its_proof(int? released, string basis, bool approved) =>
        Assert.Equal(approved ? [] : [ReviewRules.AnswerExplained], Approval(
            Form.Answers with { CloseContact = true },
            NothingFound.With(new(RefusalClause.CloseContact) { Applies = false, ReleasedOn = released is { } days ? Today.AddDays(-days) : null, Basis = basis })));

    [Theory]
    [InlineData(RefusalClause.Returnee)]
    [InlineData(RefusalClause.HighRiskContact)]
    public void Items_5_and_6_are_set_aside_only_with_the_day_it_happened(RefusalClause clause)
    {
        var answers = clause == RefusalClause.Returnee ? Form.Answers with { LeftNingxia = true } : Form.Answers with { MetHighRisk = true };

        Assert.Equal([ReviewRules.AnswerExplained], Approval(answers, NothingFound));
        Assert.Equal([ReviewRules.AnswerExplained], Approval(answers, NothingFound.With(new(clause) { Applies = false, StartedOn = Today.AddDays(-20) })));
        Assert.Empty(Approval(answers, NothingFound.With(new(clause) { Applies = false, HappenedOn = Today.AddDays(-20) })));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_item_3_says_a_symptom_present_now_refuses_under_clause_5(bool hadSymptoms)
    {
        var declaration = Submitted(Form with { Answers = Form.Answers with { HadSymptoms = hadSymptoms } });

        declaration.Refuse(NothingFound.With(Now5(PresentSymptom.ShortBreath)), "气促", 1, Pack, Reviewer, Now, Today);

        Assert.Equal([RefusalClause.Symptoms], declaration.Decision!.Clauses);
    }

    [Fact]
    public void A_past_symptom_alone_or_weakness_alone_is_not_clause_5()
    {
        var answers = Form.Answers with { HadSymptoms = true };

        Assert.Empty(Approval(answers, NothingFound));
        Assert.Equal([ReviewRules.RefusalHasGround], Refusal(NothingFound));
        Assert.Equal([ReviewRules.ClauseHasFacts], Refusal(NothingFound.With(Now5(PresentSymptom.None))));
    }

    [Theory]
    [InlineData(PresentSymptom.DryCough)]
    [InlineData(PresentSymptom.ShortBreath)]
    [InlineData(PresentSymptom.Respiratory)]
    public void A_cough_or_short_breath_refuses_whatever_the_temperature(PresentSymptom symptom)
    {
        Assert.Empty(Refusal(NothingFound.With(Now5(symptom))));
        Assert.Empty(Refusal(NothingFound.With(Now5(symptom)) with { Temperature = null }));
    }

    [Fact]
    public void A_fever_refuses_only_when_measured_and_found_abnormal_by_a_person()
    {
        var fever = NothingFound.With(Now5(PresentSymptom.Fever));

        Assert.Equal([ReviewRules.FeverMeasured], Refusal(fever with { Temperature = null }));
        Assert.Equal([ReviewRules.FeverMeasured], Refusal(fever with { Temperature = Measured("39.0") }));
        Assert.Empty(Refusal(fever with { Temperature = Measured("39.0", foundNormal: false) }));
    }

    [Theory]
    [InlineData(PresentSymptom.Fever)]
    [InlineData(PresentSymptom.DryCough | PresentSymptom.ShortBreath)]
    public void A_symptom_ticked_as_present_is_not_set_aside_in_the_same_breath(PresentSymptom symptoms) =>
        Assert.Equal([ReviewRules.PresentSymptomApplies], Approval(Form.Answers, NothingFound.With(Now5(symptoms) with { Applies = false })));

    [Theory]
    [InlineData("36.5")]
    [InlineData("38.5")]
    public void Item_10_found_abnormal_is_followed_up_and_neither_approved_nor_a_ground_by_itself(string celsius)
    {
        var abnormal = NothingFound with { Temperature = Measured(celsius, foundNormal: false) };

        Assert.Equal([ReviewRules.AbnormalFollowedUp], Approval(Form.Answers, abnormal));
        Assert.Equal([ReviewRules.RefusalHasGround], Refusal(abnormal));
    }

    [Fact]
    public void Item_11_answered_no_refuses_nothing()
    {
        var elsewhere = NothingFound with { LivedHere = false };

        Assert.Equal([ReviewRules.RefusalHasGround], Refusal(elsewhere));
        Assert.Equal([ReviewRules.AnswerExplained], Approval(Form.Answers, elsewhere));
        Assert.Empty(Approval(Form.Answers, elsewhere with { ResidentSince = Today.AddDays(-14) }));
    }

    [Fact]
    public void Item_12_answered_yes_is_never_approved_and_names_the_isolation()
    {
        var isolated = NothingFound with { UnderIsolation = true };

        Assert.Equal([ReviewRules.IsolationNamesClause], Approval(Form.Answers, isolated));
        Assert.Equal([ReviewRules.RefusalHasGround, ReviewRules.IsolationNamesClause], Refusal(isolated));
        Assert.Equal([ReviewRules.IsolationNamesClause], Refusal(isolated.With(Now5(PresentSymptom.DryCough))));
    }

    [Theory]
    [InlineData(RefusalClause.Patient)]
    [InlineData(RefusalClause.CloseContact)]
    [InlineData(RefusalClause.Returnee)]
    [InlineData(RefusalClause.HighRiskContact)]
    public void Item_12_is_refused_on_whichever_isolation_applies(RefusalClause clause)
    {
        var isolated = NothingFound.With(new(clause) { Applies = true, HappenedOn = Today }) with { UnderIsolation = true };

        Assert.Empty(Refusal(isolated));
        Assert.Equal([ReviewRules.NoClauseApplies], Approval(Form.Answers, isolated));
    }

    [Theory]
    [InlineData(EligibilityCondition.ManagedHere)]
    [InlineData(EligibilityCondition.NeedsToGoOut)]
    public void A_condition_found_missing_refuses_and_is_not_approved(EligibilityCondition condition)
    {
        var findings = condition == EligibilityCondition.ManagedHere ? NothingFound with { ManagedHere = false } : NothingFound with { NeedsToGoOut = false };

        Assert.Empty(Refusal(findings));
        Assert.Equal([ReviewRules.ConditionsMet], Approval(Form.Answers, findings));
    }

    [Fact]
    public void The_committees_part_is_answered_to_the_last_item_before_an_approval() =>
        Assert.Equal(
            Enumerable.Repeat(ReviewRules.EverythingAnswered, 3 + 3 + 5),
            Approval(Form.Answers, new()));

    private static bool Complete(HealthAnswers answers) => HealthQuestion.All.All(question => question.Answer(answers) is not null);

    private static ClauseFinding Now5(PresentSymptom symptoms) => new(RefusalClause.Symptoms) { Applies = true, Symptoms = symptoms };

    private static IEnumerable<Rule> Approval(HealthAnswers answers, ReviewFindings findings) =>
        ReviewRules.ValidateApproval(Form with { Answers = answers }, findings, Pack, Today).Select(breach => breach.Rule);

    private static IEnumerable<Rule> Refusal(ReviewFindings findings) =>
        ReviewRules.ValidateRefusal(findings, "当面说明", Pack, Today).Select(breach => breach.Rule);

    /// <summary>Every way to tick the eight items, blanks among them: 3⁸ papers.</summary>
    private static IEnumerable<HealthAnswers> EveryPaper() =>
        from one in Ticks
        from two in Ticks
        from three in Ticks
        from five in Ticks
        from six in Ticks
        from seven in Ticks
        from eight in Ticks
        from nine in Ticks
        select new HealthAnswers
        {
            Diagnosed = one,
            CloseContact = two,
            HadSymptoms = three,
            LeftNingxia = five,
            MetHighRisk = six,
            MetFeverish = seven,
            WillReport = eight,
            WillKeepAway = nine,
        };
}
