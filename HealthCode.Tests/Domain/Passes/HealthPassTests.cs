using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class HealthPassTests
{
    private static readonly DateOnly LastDay = new(2020, 3, 19);

    [Fact]
    public void A_card_is_issued_for_an_approved_declaration_and_waits_for_printing()
    {
        var pass = Issued();

        Assert.Equal((PassState.AwaitingPrint, true), (pass.State, pass.IsCurrent));
        Assert.Equal((Code, Number().Value, Applicant, Applicant.Key), (pass.OfficeCode, pass.Number, pass.Holder, pass.PersonKey));
        Assert.Equal(Form.CurrentAddress, pass.ResidenceAddress);
        Assert.Equal((Today, LastDay), (pass.Validity.FirstDay, pass.Validity.LastDay));
        Assert.Null(pass.ReprintOf);
    }

    [Fact]
    public void A_card_knows_who_approved_it_and_so_does_its_reprint()
    {
        var pass = Issued();
        var reprint = pass.Reprint(true, "赶集时", Number(2), Office(), Now, Today);

        Assert.All([pass, reprint], card => Assert.Equal((Reviewer.UserName, Reviewer.Name), (card.ApprovedBy, card.ApproverName)));
    }

    [Fact]
    public void A_card_lies_in_the_run_that_took_it_until_it_leaves()
    {
        var pass = Issued();

        pass.Queue(7, Office(), Today);
        Assert.Equal((PassState.AwaitingPrint, 7), (pass.State, pass.PrintRunId));
        pass.RemoveFromRun(7);
        Assert.Null(pass.PrintRunId);
        pass.Queue(8, Office(), Today);
        Assert.Equal(8, pass.PrintRunId);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void A_card_that_lies_in_a_run_is_taken_by_no_other_and_not_twice(long run)
    {
        var pass = Issued();
        pass.Queue(7, Office(), Today);

        Assert.Equal([PassRules.StepInOrder], Forbids(() => pass.Queue(run, Office(), Today)));
        Assert.Equal(7, pass.PrintRunId);
    }

    [Fact]
    public void Another_run_does_not_let_it_go()
    {
        var pass = Issued();
        pass.Queue(7, Office(), Today);

        pass.RemoveFromRun(8);

        Assert.Equal(7, pass.PrintRunId);
    }

    [Fact]
    public void An_expired_card_and_one_after_the_end_of_the_epidemic_are_taken_by_no_run()
    {
        var ended = Office();
        ended.EndEpidemic(Today, Today);

        Issued().Queue(7, Office(), LastDay);
        Assert.Equal([PassRules.NotExpired], Forbids(() => Issued().Queue(7, Office(), LastDay.AddDays(1))));
        Assert.Equal([PassRules.NotAfterEnd], Forbids(() => Issued().Queue(7, ended, Today)));
    }

    [Theory]
    [InlineData("Revoke")]
    [InlineData("Reprint")]
    [InlineData("TakeBack")]
    public void A_card_that_ends_leaves_its_run(string verb)
    {
        var pass = Issued();
        pass.Queue(7, Office(), Today);

        Verbs(Today)[verb](pass);

        Assert.Null(pass.PrintRunId);
    }

    [Fact]
    public void A_reprint_lies_in_no_run()
    {
        var pass = Issued();
        pass.Queue(7, Office(), Today);

        Assert.Null(pass.Reprint(true, "赶集时", Number(2), Office(), Now, Today).PrintRunId);
    }

    [Fact]
    public void Who_approved_a_card_does_not_stamp_it_where_the_office_separates_them()
    {
        var office = Office();
        office.SeparateSealKeeper(true);
        var pass = Pass(PassState.Printed);

        Assert.Equal([PassRules.KeeperDidNotApprove], Forbids(() => pass.Stamp(Reviewer, office, Now, Today)));
        Assert.Equal((PassState.Printed, null, ""), (pass.State, pass.StampedAt, pass.StampedBy));
        pass.Stamp(new("yinzhang", "杨印章"), office, Now, Today);

        Assert.Equal((PassState.Stamped, "杨印章"), (pass.State, pass.StampedBy));
    }

    [Fact]
    public void The_sign_in_name_tells_two_people_of_one_name_apart()
    {
        var office = Office();
        office.SeparateSealKeeper(true);

        Pass(PassState.Printed).Stamp(Reviewer with { UserName = "jingban2" }, office, Now, Today);
        Assert.Equal([PassRules.KeeperDidNotApprove], Forbids(() => Pass(PassState.Printed).Stamp(Reviewer with { Name = "马印章" }, office, Now, Today)));
    }

    [Fact]
    public void A_small_office_whose_reviewer_keeps_the_seal_stamps_with_one_person()
    {
        var pass = Pass(PassState.Printed);

        pass.Stamp(Reviewer, Office(), Now, Today);

        Assert.Equal((PassState.Stamped, Reviewer.Name), (pass.State, pass.StampedBy));
    }

    [Fact]
    public void A_reprint_is_not_stamped_by_who_approved_the_first_card_either()
    {
        var office = Office();
        office.SeparateSealKeeper(true);
        var reprint = Pass(PassState.HandedOver).Reprint(true, "赶集时", Number(2), Office(), Now, Today);
        reprint.Print(office, Now, Today);

        Assert.Equal([PassRules.KeeperDidNotApprove], Forbids(() => reprint.Stamp(Reviewer, office, Now, Today)));
    }

    [Fact]
    public void It_is_printed_then_stamped_then_handed_over_and_each_step_is_recorded()
    {
        var pass = Issued();

        pass.Print(Office(), Now, Today);
        Assert.Equal((PassState.Printed, Now), (pass.State, pass.PrintedAt));
        pass.Stamp(Reviewer, Office(), Now.AddMinutes(1), Today);
        Assert.Equal((PassState.Stamped, Now.AddMinutes(1), Reviewer.Name), (pass.State, pass.StampedAt, pass.StampedBy));
        pass.HandOver("马建国（儿子）", Office(), Now.AddMinutes(2), Today);
        Assert.Equal((PassState.HandedOver, Now.AddMinutes(2), "马建国（儿子）"), (pass.State, pass.HandedOverAt, pass.CollectedBy));
    }

    [Theory]
    [InlineData(PassState.AwaitingPrint, "Queue Print Revoke Reprint TakeBack")]
    [InlineData(PassState.Printed, "Print Stamp Revoke Reprint TakeBack")]
    [InlineData(PassState.Stamped, "Print HandOver Revoke Reprint TakeBack")]
    [InlineData(PassState.HandedOver, "Print Revoke Reprint TakeBack")]
    [InlineData(PassState.Revoked, "")]
    [InlineData(PassState.Lost, "")]
    [InlineData(PassState.Damaged, "")]
    [InlineData(PassState.Renewed, "")]
    public void Each_state_allows_its_verbs_and_no_others(PassState state, string allowed) =>
        Assert.All(Verbs(Today), verb =>
        {
            var pass = Pass(state);
            if (allowed.Split(' ').Contains(verb.Key))
            {
                verb.Value(pass);
            }
            else
            {
                Assert.Equal([state <= PassState.HandedOver ? PassRules.StepInOrder : PassRules.IsLive], Forbids(() => verb.Value(pass)));
                Assert.Equal(state, pass.State);
            }
        });

    [Theory]
    [InlineData(PassState.AwaitingPrint)]
    [InlineData(PassState.Printed)]
    [InlineData(PassState.Stamped)]
    [InlineData(PassState.HandedOver)]
    public void On_the_day_after_its_last_nothing_more_is_done_with_a_card(PassState state) =>
        Assert.All(Verbs(LastDay.AddDays(1)), verb => Assert.Equal([PassRules.NotExpired], Forbids(() => verb.Value(Pass(state)))));

    [Fact]
    public void On_its_last_day_a_card_still_takes_its_steps()
    {
        var pass = Issued();

        pass.Print(Office(), Now, LastDay);
        pass.Stamp(Reviewer, Office(), Now, LastDay);
        pass.HandOver("本人", Office(), Now, LastDay);

        Assert.True(pass.IsLive(LastDay));
        Assert.False(pass.IsLive(LastDay.AddDays(1)));
    }

    [Fact]
    public void A_second_print_of_the_same_card_changes_nothing()
    {
        var pass = Pass(PassState.HandedOver);

        pass.Print(Office(), Now.AddDays(1), Today.AddDays(1));

        Assert.Equal((PassState.HandedOver, Now), (pass.State, pass.PrintedAt));
    }

    [Fact]
    public void Nobody_takes_a_card_unnamed() =>
        Assert.Equal([PassRules.CollectorNamed], Forbids(() => Pass(PassState.Stamped).HandOver("", Office(), Now, Today)));

    [Theory]
    [InlineData(RefusalClause.Patient)]
    [InlineData(RefusalClause.CloseContact)]
    [InlineData(RefusalClause.Returnee)]
    [InlineData(RefusalClause.HighRiskContact)]
    [InlineData(RefusalClause.Symptoms)]
    public void A_card_is_stopped_under_a_clause_with_a_reason_and_only_once(RefusalClause clause)
    {
        var pass = Pass(PassState.HandedOver);

        Assert.Equal([PassRules.ReasonGiven], Forbids(() => pass.Revoke(clause, "", Now, Today)));
        pass.Revoke(clause, "接县疾控中心通知", Now, Today);

        Assert.Equal((PassState.Revoked, clause, "接县疾控中心通知", Now, false), (pass.State, pass.RevocationClause, pass.EndReason, pass.EndedAt, pass.IsCurrent));
        Assert.Equal([PassRules.IsLive], Forbids(() => pass.Revoke(clause, "再次", Now, Today)));
    }

    [Theory]
    [InlineData(true, PassState.Lost)]
    [InlineData(false, PassState.Damaged)]
    public void A_lost_or_damaged_card_is_void_at_once_and_its_reprint_begins_anew_with_the_same_days(bool lost, PassState end)
    {
        var old = Pass(PassState.HandedOver);

        var reprint = old.Reprint(lost, "赶集时", Number(2), Office(), Now, LastDay);

        Assert.Equal((end, false, "赶集时"), (old.State, old.IsCurrent, old.EndReason));
        Assert.Equal((PassState.AwaitingPrint, true, old.Number), (reprint.State, reprint.IsCurrent, reprint.ReprintOf));
        Assert.Equal(Number(2).Value, reprint.Number);
        Assert.Equal(old.Validity, reprint.Validity);
        Assert.NotSame(old.Validity, reprint.Validity);
        Assert.Equal((old.Holder, old.PersonKey, old.ResidenceAddress, old.DeclarationId), (reprint.Holder, reprint.PersonKey, reprint.ResidenceAddress, reprint.DeclarationId));
    }

    [Fact]
    public void A_reprint_says_why() =>
        Assert.Equal([PassRules.ReasonGiven], Forbids(() => Issued().Reprint(true, "", Number(2), Office(), Now, Today)));

    [Fact]
    public void A_card_taken_back_makes_room_for_the_next_with_fourteen_days_of_its_own()
    {
        var old = Pass(PassState.HandedOver);
        var renewedOn = LastDay.AddDays(-2);

        old.TakeBackForRenewal(Now, renewedOn);
        var next = HealthPass.Issue(Approved(renewedOn), Office(), Number(2), old, renewedOn);

        Assert.Equal((PassState.Renewed, false), (old.State, old.IsCurrent));
        Assert.Equal(renewedOn.AddDays(14), next.Validity.LastDay);
        Assert.Null(next.ReprintOf);
    }

    [Fact]
    public void An_expired_card_makes_room_on_the_day_after_its_last()
    {
        var old = Pass(PassState.HandedOver);
        var day = LastDay.AddDays(1);

        var next = HealthPass.Issue(Approved(day), Office(), Number(2), old, day);

        Assert.Equal((PassState.HandedOver, false, true), (old.State, old.IsCurrent, next.IsCurrent));
    }

    [Theory]
    [InlineData(PassState.Revoked)]
    [InlineData(PassState.Lost)]
    public void A_card_that_has_ended_does_not_stand_in_the_way(PassState state) =>
        Assert.True(HealthPass.Issue(Approved(), Office(), Number(3), Pass(state), Today).IsLive(Today));

    [Fact]
    public void Every_state_has_its_Chinese_word()
    {
        Assert.Equal(
            ["待打印", "已打印", "已盖章", "已发放", "停用", "遗失作废", "损毁作废", "续办收回", "收回作废"],
            Enum.GetValues<PassState>().Select(state => state.ChineseName()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((PassState)0).ChineseName());
    }

    private static Dictionary<string, Action<HealthPass>> Verbs(DateOnly today) => new()
    {
        ["Queue"] = pass => pass.Queue(7, Office(), today),
        ["Print"] = pass => pass.Print(Office(), Now, today),
        ["Stamp"] = pass => pass.Stamp(Reviewer, Office(), Now, today),
        ["HandOver"] = pass => pass.HandOver("本人", Office(), Now, today),
        ["Revoke"] = pass => pass.Revoke(RefusalClause.CloseContact, "接通知", Now, today),
        ["Reprint"] = pass => pass.Reprint(true, "赶集时", Number(2), Office(), Now, today),
        ["TakeBack"] = pass => pass.TakeBackForRenewal(Now, today),
    };
}
