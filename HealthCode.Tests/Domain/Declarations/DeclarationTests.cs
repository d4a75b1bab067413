using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class DeclarationTests
{
    private static readonly DateTimeOffset Later = Now.AddHours(1);

    private static readonly ReviewFindings Coughing =
        NothingFound.With(new(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.DryCough });

    [Fact]
    public void A_paper_handed_in_waits_for_temperature_and_review_as_version_1()
    {
        var declaration = Submitted();

        Assert.Equal((DeclarationState.AwaitingReview, 1, Today, Now), (declaration.State, declaration.Version, declaration.SubmittedOn, declaration.WaitingSince));
        Assert.Equal((Code, "20200305-0001", "form-1", Applicant.Key), (declaration.OfficeCode, declaration.Number, declaration.FormKey, declaration.PersonKey));
        var version = Assert.Single(declaration.Versions);
        Assert.Equal((1, Form, "首次录入", Clerk, Now), (version.Number, version.Content, version.Reason, version.By, version.At));
        Assert.Null(declaration.Decision);
    }

    [Fact]
    public void What_the_reviewer_reads_aloud_is_a_version_of_his_once_and_the_decision_is_about_it()
    {
        var declaration = Submitted();

        Assert.Equal(2, declaration.NoteReadAloud(1, Reviewer, Later));
        Assert.Equal(2, declaration.NoteReadAloud(2, Reviewer, Later));
        Assert.Equal([DeclarationRules.ReadLatest], Forbids(() => declaration.NoteReadAloud(1, Reviewer, Later)));

        Assert.Equal((true, 2, Now), (declaration.Content.ReadAloud, declaration.Version, declaration.WaitingSince));
        Assert.Equal((Reviewer, Later), (declaration.Versions[1].By, declaration.Versions[1].At));
        declaration.Approve(NothingFound, 2, Pack, Reviewer, Later, Today);
        Assert.Equal([DeclarationRules.AwaitsReview], Forbids(() => declaration.NoteReadAloud(2, Reviewer, Later)));
    }

    [Theory]
    [InlineData(DeclarationState.AwaitingReview, "Correct RecordTemperature Approve Refuse Return")]
    [InlineData(DeclarationState.Returned, "Correct")]
    [InlineData(DeclarationState.Approved, "")]
    [InlineData(DeclarationState.Refused, "")]
    public void Each_state_allows_its_verbs_and_no_others(DeclarationState state, string allowed)
    {
        Dictionary<string, Action<Declaration>> verbs = new()
        {
            ["Correct"] = declaration => declaration.Correct(Form with { PermitAddress = "银川市" }, "补写", Clerk, Later, Today),
            ["RecordTemperature"] = declaration => declaration.RecordTemperature(Measured("36.6")),
            ["Approve"] = declaration => declaration.Approve(NothingFound, 1, Pack, Reviewer, Later, Today),
            ["Refuse"] = declaration => declaration.Refuse(Coughing, "干咳", 1, Pack, Reviewer, Later, Today),
            ["Return"] = declaration => declaration.ReturnForCorrection(NothingFound, ["第(6)项"], "", 1, Reviewer, Later, Today),
        };

        Assert.All(verbs, verb =>
        {
            var declaration = In(state);
            if (allowed.Split(' ').Contains(verb.Key))
            {
                verb.Value(declaration);
            }
            else
            {
                Assert.Equal(
                    [verb.Key == "Correct" ? DeclarationRules.NotDecided : DeclarationRules.AwaitsReview],
                    Forbids(() => verb.Value(declaration)));
                Assert.Equal(state, declaration.State);
            }
        });
    }

    [Fact]
    public void A_correction_is_a_new_version_with_its_reason_and_the_old_one_is_kept()
    {
        var declaration = Submitted();

        declaration.Correct(Form with { DomicileAddress = "吴忠市" }, "户籍地址抄错", Reviewer, Later, Today);

        Assert.Equal((2, "吴忠市"), (declaration.Version, declaration.Content.DomicileAddress));
        Assert.Equal([(1, Form.DomicileAddress), (2, "吴忠市")], declaration.Versions.Select(version => (version.Number, version.Content.DomicileAddress)));
        Assert.Equal(("户籍地址抄错", Reviewer, Later), (declaration.Versions[1].Reason, declaration.Versions[1].By, declaration.Versions[1].At));
    }

    [Fact]
    public void A_correction_says_why() =>
        Assert.Equal([DeclarationRules.ChangeHasReason], Forbids(() => Submitted().Correct(Form, "", Clerk, Later, Today)));

    [Fact]
    public void A_correction_is_held_to_the_rules_of_the_form_and_changes_nothing_when_it_breaks_one()
    {
        var declaration = Submitted();

        Assert.Equal([DeclarationRules.SignedByToday], Forbids(() => declaration.Correct(Form with { SignedOn = Today.AddDays(1) }, "改日期", Clerk, Later, Today)));

        Assert.Equal((1, Form), (declaration.Version, declaration.Content));
        Assert.Single(declaration.Versions);
    }

    [Fact]
    public void A_corrected_name_or_number_moves_the_declaration_to_the_right_person()
    {
        var declaration = Submitted();
        var other = Applicant with { Document = IdentityDocument.Restore(IdentityDocumentKind.Passport, "E12345678", null, false) };

        declaration.Correct(Form with { Person = other }, "证件抄错", Clerk, Later, Today);

        Assert.Equal("P:E12345678", declaration.PersonKey);
    }

    [Fact]
    public void A_correction_while_waiting_keeps_its_place_in_the_line_and_one_after_a_return_waits_anew()
    {
        var waiting = Submitted();
        var returned = In(DeclarationState.Returned);

        waiting.Correct(Form, "补写", Clerk, Later, Today);
        returned.Correct(Form, "补齐第(6)项", Clerk, Later, Today);

        Assert.Equal((Now, Later), (waiting.WaitingSince, returned.WaitingSince));
        Assert.Equal(DeclarationState.AwaitingReview, returned.State);
    }

    [Fact]
    public void What_it_is_counted_by_follows_the_form_and_the_temperatures()
    {
        var declaration = Submitted(Form with { Reason = CardReason.Elderly });
        Assert.Equal((CardReason.Elderly, false), (declaration.Reason, declaration.FoundAbnormal));

        declaration.Correct(Form with { Reason = CardReason.Special }, "抄错", Clerk, Later, Today);
        declaration.RecordTemperature(Measured("37.9", foundNormal: false));
        declaration.RecordTemperature(Measured("36.5"));

        // 复测 found it normal; that it was abnormal once stays counted.
        Assert.Equal((CardReason.Special, true), (declaration.Reason, declaration.FoundAbnormal));
    }

    [Fact]
    public void An_abnormal_temperature_of_the_decision_is_counted_too()
    {
        var declaration = Submitted();

        declaration.ReturnForCorrection(NothingFound with { Temperature = Measured("37.9", foundNormal: false) }, ["第(6)项"], "", 1, Reviewer, Later, Today);

        Assert.True(declaration.FoundAbnormal);
    }

    [Fact]
    public void After_a_return_and_its_correction_it_is_decided_and_both_decisions_stay()
    {
        var declaration = In(DeclarationState.Returned);
        declaration.Correct(Form, "补齐第(6)项", Clerk, Later, Today);

        declaration.Approve(NothingFound, 2, Pack, Reviewer, Later, Today);

        Assert.Equal([(ReviewOutcome.ReturnForCorrection, 1), (ReviewOutcome.Approve, 2)], declaration.Decisions.Select(decision => (decision.Outcome, decision.ContentVersion)));
        Assert.Equal(["第(6)项"], declaration.Decisions[0].MissingItems);
    }

    [Fact]
    public void Nobody_decides_on_a_version_that_has_changed_meanwhile()
    {
        var declaration = Submitted();
        declaration.Correct(Form, "补写", Clerk, Later, Today);

        Action[] stale =
        [
            () => declaration.Approve(NothingFound, 1, Pack, Reviewer, Later, Today),
            () => declaration.Refuse(Coughing, "干咳", 1, Pack, Reviewer, Later, Today),
            () => declaration.ReturnForCorrection(NothingFound, ["第(6)项"], "", 1, Reviewer, Later, Today),
        ];

        Assert.All(stale, verb => Assert.Equal([DeclarationRules.ReadLatest], Forbids(verb)));
        Assert.Empty(declaration.Decisions);
    }

    [Fact]
    public void A_second_reviewer_is_told_who_has_decided_and_when()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => In(DeclarationState.Approved).Approve(NothingFound, 1, Pack, Clerk, Later, Today));

        Assert.Contains("马经办 已于 09:30 作出“符合”", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_keeps_clauses_conditions_reason_and_the_day_to_come_back()
    {
        var declaration = Submitted();
        var findings = Coughing.With(new(RefusalClause.Returnee) { Applies = true, HappenedOn = new(2020, 3, 1) }) with { ManagedHere = false };

        declaration.Refuse(findings, "返宁未满，干咳", 1, Pack, Reviewer, Later, Today);

        var decision = declaration.Decision!;
        Assert.Equal((DeclarationState.Refused, ReviewOutcome.Refuse, "返宁未满，干咳"), (declaration.State, decision.Outcome, decision.Reason));
        Assert.Equal([RefusalClause.Returnee, RefusalClause.Symptoms], decision.Clauses);
        Assert.Equal([EligibilityCondition.ManagedHere], decision.FailedConditions);
        Assert.Equal((Reviewer, Later, Today, 1), (decision.By, decision.At, decision.DecidedOn, decision.ContentVersion));
        Assert.Equal(new DateOnly(2020, 3, 15), decision.EarliestReapplication(Pack).EarliestOn);
    }

    [Fact]
    public void A_refusal_without_anything_is_told_everything_that_is_missing_at_once() =>
        Assert.Equal([ReviewRules.RefusalHasGround, ReviewRules.ReasonGiven], Forbids(() => Submitted().Refuse(NothingFound, "", 1, Pack, Reviewer, Later, Today)));

    [Fact]
    public void A_return_names_an_item_or_a_reason()
    {
        Assert.Equal([ReviewRules.ReturnNamesItems], Forbids(() => Submitted().ReturnForCorrection(NothingFound, [], "", 1, Reviewer, Later, Today)));
        Assert.Empty(ReviewRules.ValidateReturn(["第(6)项"], ""));
        Assert.Empty(ReviewRules.ValidateReturn([], "字迹看不清"));
    }

    [Fact]
    public void Every_temperature_taken_is_kept_and_the_decisions_own_only_once()
    {
        var declaration = Submitted();
        declaration.RecordTemperature(Measured("37.6", foundNormal: false));
        declaration.RecordTemperature(NothingFound.Temperature!);

        declaration.Approve(NothingFound, 1, Pack, Reviewer, Later, Today);

        Assert.Equal([37.6m, 36.5m], declaration.TemperatureReadings.Select(reading => reading.Temperature.Celsius));
    }

    [Fact]
    public void A_child_whose_guardian_was_left_out_is_not_approved() =>
        Assert.Contains(ReviewRules.GuardianKnown, ReviewRules.ValidateApproval(
            Form with { Person = BornOn(new(2006, 3, 6)) }, NothingFound, Pack, Today).Select(breach => breach.Rule));

    [Fact]
    public void A_declaration_number_is_the_day_and_the_place_in_it()
    {
        Assert.Equal("20200305-0012", DeclarationNumber.Of(Today, 12).ToString());
        Assert.Equal("20200305-12345", DeclarationNumber.Of(Today, 12345).Value);
        Assert.Equal(DeclarationNumber.Of(Today, 12), DeclarationNumber.Restore("20200305-0012"));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeclarationNumber.Of(Today, 0));
    }

    [Fact]
    public void A_draft_keeps_what_was_typed_word_for_word()
    {
        var draft = DeclarationDraft.Begin("form-1", Code, "luru", "体温=三十七", "马", Now);

        draft.Save("体温=370", "马德山", Later);

        Assert.Equal(("form-1", Code, "luru", "体温=370", "马德山", Later), (draft.FormKey, draft.OfficeCode, draft.UserName, draft.Fields, draft.PersonName, draft.SavedAt));
    }

    private static Declaration In(DeclarationState state)
    {
        var declaration = Submitted();
        switch (state)
        {
            case DeclarationState.Returned:
                declaration.ReturnForCorrection(NothingFound, ["第(6)项"], "", 1, Reviewer, Now, Today);
                break;
            case DeclarationState.Approved:
                declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);
                break;
            case DeclarationState.Refused:
                declaration.Refuse(Coughing, "干咳", 1, Pack, Reviewer, Now, Today);
                break;
        }

        return declaration;
    }
}
