using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;
using static HealthCode.Tests.Support.PrintCase;

namespace HealthCode.Tests.Domain.PrintRuns;

public sealed class PrintRunTests
{
    private static readonly DateOnly LastDay = Today.AddDays(14);

    [Fact]
    public void Cards_lie_on_the_sheets_in_the_order_given()
    {
        var cards = Cards(6);

        var run = Begun(1, [.. cards.Reverse()]);

        Assert.Equal([[6, 5, 4, 3], [2, 1]], run.Sheets.Select(sheet => sheet.Places));
        Assert.Equal([1, 2], run.Sheets.Select(sheet => sheet.Number));
        Assert.All(run.Sheets, sheet => Assert.Equal((SheetState.AwaitingCheck, null, null), (sheet.State, sheet.CheckedOn, sheet.Repeats)));
    }

    [Fact]
    public void A_run_keeps_what_it_prints_where_and_who_asked_for_it()
    {
        var run = PrintRun.Begin(Office(), Quarters, Cards(1), 1, true, "窗口一", Clerk, Now, Today);

        Assert.Equal((Code, "a4-4", "A4 卡纸", true, true), (run.OfficeCode, run.ProductCode, run.Stock, run.IsOfCards, run.WithSeal));
        Assert.Equal(("窗口一", Clerk, Now, PrintRunState.Laying), (run.Workstation, run.By, run.StartedAt, run.State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_sheet_begun_earlier_is_left_empty_before_the_first_place(int firstPlace)
    {
        var run = Begun(1, Cards(5), firstPlace: firstPlace);

        Assert.Equal(
            [.. Enumerable.Repeat<long?>(null, firstPlace - 1), 1, 2, 3, 4, 5],
            run.Sheets.SelectMany(sheet => sheet.Places));
        Assert.Equal([1, 2, 3, 4, 5], run.Sheets.SelectMany(sheet => sheet.PassIds));
    }

    [Fact]
    public void A_run_takes_as_many_sheets_as_its_product_says()
    {
        for (var count = 1; count <= 9; count++)
        {
            for (var firstPlace = 1; firstPlace <= Quarters.PerSheet; firstPlace++)
            {
                Assert.Equal(Quarters.SheetsFor(count, firstPlace), Begun(1, Cards(count), firstPlace: firstPlace).Sheets.Count);
            }
        }
    }

    [Fact]
    public void Nothing_stands_in_the_way_of_cards_that_wait_for_printing() => Assert.Empty(Validate(Cards(24)));

    [Fact]
    public void A_run_prints_something() => Assert.Equal([PrintRules.Some], Validate([]));

    [Fact]
    public void Two_thousand_cards_are_the_most()
    {
        var cards = Cards(PrintRules.Most + 1);

        Assert.Empty(Validate([.. cards.Skip(1)]));
        Assert.Equal([PrintRules.NotTooMany], Validate(cards));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    [InlineData(int.MinValue, false)]
    [InlineData(int.MaxValue, false)]
    public void The_first_place_lies_on_the_sheet(int firstPlace, bool lies)
    {
        var breaches = PrintRun.Validate(Office(), Labels, Cards(1), firstPlace, false, Clerk, Today);

        Assert.Equal<(Rule, Field?)>(lies ? [] : [(PrintRules.PlaceOnSheet, PrintField.FirstPlace)], breaches.Select(breach => (breach.Rule, breach.Field)));
    }

    [Theory]
    [InlineData(PassState.Revoked)]
    [InlineData(PassState.Lost)]
    [InlineData(PassState.Damaged)]
    [InlineData(PassState.Renewed)]
    public void A_card_that_has_ended_is_not_printed(PassState state) =>
        Assert.All([Quarters, Labels], product => Assert.Equal([PrintRules.Printable], Validate([Pass(state)], product)));

    [Fact]
    public void A_card_is_printed_up_to_its_last_day_and_not_after()
    {
        Assert.Empty(Validate(Cards(1), today: LastDay));
        Assert.Equal([PrintRules.Printable], Validate(Cards(1), today: LastDay.AddDays(1)));
    }

    [Fact]
    public void After_the_end_of_the_epidemic_nothing_is_printed()
    {
        var office = Office();
        office.EndEpidemic(Today, Today);

        Assert.All([Quarters, Labels], product => Assert.Equal([PrintRules.Printable], Validate(Cards(1), product, office)));
    }

    [Fact]
    public void An_office_prints_its_own_cards_only()
    {
        var other = HealthCode.Domain.Offices.Office.Establish(
            DivisionCode.Parse("640104001202"), ["宁夏回族自治区", "银川市", "兴庆区", "样例街道", "邻村村委会"], CommitteeKind.Village, Pack);

        Assert.Equal([PrintRules.Printable], Validate(Cards(1), office: other));
    }

    [Theory]
    [InlineData(PassState.Printed)]
    [InlineData(PassState.Stamped)]
    [InlineData(PassState.HandedOver)]
    public void A_card_is_printed_once(PassState state) => Assert.Equal([PrintRules.NotPrintedYet], Validate([Pass(state)]));

    [Fact]
    public void A_card_lies_in_one_run_only()
    {
        var cards = Cards(2);
        Begun(1, [cards[0]]);

        Assert.Equal([PrintRules.NotPrintedYet], Validate(cards));
    }

    [Fact]
    public void A_card_lies_in_its_run_once()
    {
        var card = Cards(1)[0];

        Assert.Equal([PrintRules.NotPrintedYet], Validate([card, card]));
        Assert.Empty(Validate([card, card], Labels));
    }

    [Fact]
    public void The_seal_is_printed_on_cards_only() =>
        Assert.Equal([PrintRules.SealOnCards], Validate([Pass(PassState.HandedOver)], Labels, withSeal: true));

    [Fact]
    public void Who_approved_a_card_does_not_print_the_seal_on_it_where_the_office_separates_them()
    {
        var office = Office();
        Assert.Empty(Validate(Cards(1), office: office, withSeal: true, by: Reviewer));

        office.SeparateSealKeeper(true);

        Assert.Equal([PassRules.KeeperDidNotApprove], Validate(Cards(1), office: office, withSeal: true, by: Reviewer));
        Assert.Empty(Validate(Cards(1), office: office, withSeal: true, by: Clerk));
        Assert.Empty(Validate(Cards(1), office: office, by: Reviewer));
    }

    [Fact]
    public void Every_reason_is_told_at_once_and_Begin_refuses_for_the_same()
    {
        var printed = Cards(1)[0];
        printed.Print(Office(), Now, Today);
        IReadOnlyList<HealthPass> cards = [.. Cards(PrintRules.Most), printed, Pass(PassState.Revoked)];
        IReadOnlyList<Rule> reasons = [PrintRules.NotTooMany, PrintRules.PlaceOnSheet, PrintRules.Printable, PrintRules.NotPrintedYet];

        Assert.Equal(reasons, PrintRun.Validate(Office(), Quarters, cards, 5, false, Clerk, Today).Select(breach => breach.Rule));
        Assert.Equal(reasons, Forbids(() => PrintRun.Begin(Office(), Quarters, cards, 5, false, "", Clerk, Now, Today)));
    }

    [Fact]
    public void The_cards_that_stand_in_the_way_are_named_five_at_most()
    {
        var ended = Cards(7);
        Assert.All(ended, card => card.TakeBackForRenewal(Now, Today));

        var sentence = Assert.Single(PrintRun.Validate(Office(), Quarters, ended, 1, false, Clerk, Today)).Sentence;

        Assert.All(Enumerable.Range(1, 5), n => Assert.Contains(Number(n).Grouped, sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(Number(6).Grouped, sentence, StringComparison.Ordinal);
        Assert.EndsWith("7 张。", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_waits_for_its_check_once_the_PDF_is_there()
    {
        var run = Begun(1, Cards(1));

        run.FinishLayout();
        Assert.Equal(PrintRunState.AwaitingCheck, run.State);
        run.RequestLayout();
        Assert.Equal(PrintRunState.Laying, run.State);
    }

    [Fact]
    public void A_PDF_that_comes_late_opens_no_closed_run()
    {
        var (checkedRun, givenUp) = (LaidOut(1, Cards(1)), LaidOut(2, Cards(1)));
        checkedRun.Check([], [], Office(), Now, Today);
        givenUp.GiveUp([], [], Today);

        Assert.All([checkedRun, givenUp], run =>
        {
            var state = run.State;
            run.RequestLayout();
            run.FinishLayout();
            Assert.Equal(state, run.State);
        });
    }

    [Fact]
    public void When_every_sheet_came_out_its_cards_are_printed_and_have_left_the_run()
    {
        var cards = Cards(6);
        var run = LaidOut(7, cards);

        var stopped = run.Check([], cards, Office(), Now.AddMinutes(5), Today.AddDays(1));

        Assert.Empty(stopped);
        Assert.Equal(PrintRunState.Checked, run.State);
        Assert.All(cards, card => Assert.Equal((PassState.Printed, Now.AddMinutes(5), null), (card.State, card.PrintedAt, card.PrintRunId)));
        Assert.All(run.Sheets, sheet => Assert.Equal((SheetState.Good, Today.AddDays(1)), (sheet.State, sheet.CheckedOn)));
        Assert.Empty(run.ToPrint);
    }

    [Fact]
    public void A_spoiled_sheet_is_printed_again_under_a_new_number_with_the_same_cards()
    {
        var cards = Cards(10);
        var run = LaidOut(7, cards, firstPlace: 2);

        run.Check([1, 3], cards, Office(), Now, Today);

        Assert.Equal([SheetState.Spoiled, SheetState.Good, SheetState.Spoiled, SheetState.AwaitingCheck, SheetState.AwaitingCheck], run.Sheets.Select(sheet => sheet.State));
        Assert.Equal([1, 2, 3, 4, 5], run.Sheets.Select(sheet => sheet.Number));
        Assert.Equal([null, null, null, 1, 3], run.Sheets.Select(sheet => sheet.Repeats));
        Assert.Equal([run.Sheets[0].Places, run.Sheets[2].Places], run.ToPrint.Select(sheet => sheet.Places));
        Assert.Equal(PrintRunState.Laying, run.State);
    }

    [Fact]
    public void The_cards_of_a_spoiled_sheet_go_on_waiting_in_their_run()
    {
        var cards = Cards(8);
        var run = LaidOut(7, cards);

        run.Check([2], cards, Office(), Now, Today);

        Assert.All(cards.Take(4), card => Assert.Equal((PassState.Printed, null), (card.State, card.PrintRunId)));
        Assert.All(cards.Skip(4), card => Assert.Equal((PassState.AwaitingPrint, 7), (card.State, card.PrintRunId)));
    }

    [Fact]
    public void A_repeated_sheet_that_is_spoiled_again_is_repeated_again()
    {
        var cards = Cards(1);
        var run = LaidOut(7, cards);
        run.Check([1], cards, Office(), Now, Today);
        run.FinishLayout();

        run.Check([2], cards, Office(), Now, Today);
        run.FinishLayout();
        run.Check([], cards, Office(), Now, Today);

        Assert.Equal([SheetState.Spoiled, SheetState.Spoiled, SheetState.Good], run.Sheets.Select(sheet => sheet.State));
        Assert.Equal([null, 1, 2], run.Sheets.Select(sheet => sheet.Repeats));
        Assert.Equal((PrintRunState.Checked, PassState.Printed), (run.State, cards[0].State));
    }

    [Fact]
    public void A_run_is_checked_once_and_not_before_its_PDF_is_there()
    {
        var cards = Cards(1);
        var run = Begun(7, cards);

        Assert.Equal([PrintRules.AwaitsCheck], Forbids(() => run.Check([], cards, Office(), Now, Today)));
        run.FinishLayout();
        run.Check([], cards, Office(), Now, Today);

        Assert.Equal([PrintRules.AwaitsCheck], Forbids(() => run.Check([], cards, Office(), Now, Today)));
        Assert.Equal([PrintRules.AwaitsCheck], Forbids(() => run.GiveUp([], cards, Today)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_sheet_that_is_not_of_the_run_is_refused_and_nothing_has_changed(int number)
    {
        var cards = Cards(8);
        var run = LaidOut(7, cards);

        Assert.Equal([PrintRules.SheetOfRun], Forbids(() => run.Check([1, number], cards, Office(), Now, Today)));
        Assert.Equal([PrintRules.SheetOfRun], Forbids(() => run.GiveUp([1, number], cards, Today)));

        Assert.Equal((PrintRunState.AwaitingCheck, 2), (run.State, run.ToPrint.Count));
        Assert.All(cards, card => Assert.Equal((PassState.AwaitingPrint, 7), (card.State, card.PrintRunId)));
    }

    [Fact]
    public void A_sheet_is_accounted_for_once()
    {
        var cards = Cards(8);
        var run = LaidOut(7, cards);
        run.Check([2], cards, Office(), Now, Today);
        run.FinishLayout();

        Assert.Equal([PrintRules.SheetOfRun], Forbids(() => run.Check([1], cards, Office(), Now, Today)));
        Assert.Equal([PrintRules.SheetOfRun], Forbids(() => run.Check([2], cards, Office(), Now, Today)));
    }

    [Fact]
    public void A_card_stopped_while_it_was_printed_is_told_and_not_marked_as_printed()
    {
        var cards = Cards(4);
        var run = LaidOut(7, cards);
        cards[1].Revoke(RefusalClause.CloseContact, "接县疾控中心通知", Now, Today);

        var stopped = run.Check([], cards, Office(), Now, Today);

        Assert.Same(cards[1], Assert.Single(stopped));
        Assert.Equal((PassState.Revoked, null, null), (cards[1].State, cards[1].PrintedAt, cards[1].PrintRunId));
        Assert.Equal([PassState.Printed, PassState.Revoked, PassState.Printed, PassState.Printed], cards.Select(card => card.State));
        Assert.Equal(PrintRunState.Checked, run.State);
    }

    [Fact]
    public void Cards_that_expired_before_the_check_are_told()
    {
        var cards = Cards(2);
        var run = LaidOut(7, cards);

        Assert.Equal(cards, run.Check([], cards, Office(), Now, LastDay.AddDays(1)));

        Assert.All(cards, card => Assert.Equal((PassState.AwaitingPrint, null), (card.State, card.PrintRunId)));
    }

    [Fact]
    public void A_card_taken_off_leaves_its_place_empty_and_the_run_is_laid_out_anew()
    {
        var cards = Cards(6);
        var run = LaidOut(7, cards);
        cards[1].Revoke(RefusalClause.CloseContact, "接县疾控中心通知", Now, Today);

        Assert.True(run.Withdraw([cards[1]]));

        Assert.Equal(PrintRunState.Laying, run.State);
        Assert.Equal([[1, null, 3, 4], [5, 6]], run.Sheets.Select(sheet => sheet.Places));
        Assert.False(run.Withdraw([cards[1]]));
    }

    [Fact]
    public void When_nothing_is_taken_off_the_PDF_stays()
    {
        var run = LaidOut(7, Cards(4));

        Assert.False(run.Withdraw([]));
        Assert.False(run.Withdraw(Cards(1, first: 99)));

        Assert.Equal(PrintRunState.AwaitingCheck, run.State);
    }

    [Fact]
    public void A_checked_sheet_keeps_the_cards_that_lay_on_it()
    {
        var cards = Cards(8);
        var run = LaidOut(7, cards);
        run.Check([2], cards, Office(), Now, Today);

        Assert.False(run.Withdraw([cards[0]]));
        Assert.True(run.Withdraw([cards[4]]));

        Assert.Equal([[1, 2, 3, 4], [5, 6, 7, 8], [null, 6, 7, 8]], run.Sheets.Select(sheet => sheet.Places));
    }

    // 疫情解除日 entered by mistake takes every card off; taken back, they must not be lost between two runs.
    [Fact]
    public void A_card_taken_off_by_mistake_can_lie_in_another_run()
    {
        var cards = Cards(2);
        var run = LaidOut(7, cards);

        run.Withdraw(cards);

        Assert.All(cards, card => Assert.Null(card.PrintRunId));
        Assert.Empty(Validate(cards));
    }

    [Fact]
    public void A_run_given_up_returns_its_cards_to_those_that_wait()
    {
        var cards = Cards(6);
        var run = LaidOut(7, cards);

        run.GiveUp([], cards, Today);

        Assert.Equal(PrintRunState.GivenUp, run.State);
        Assert.All(cards, card => Assert.Equal((PassState.AwaitingPrint, null), (card.State, card.PrintRunId)));
        Assert.Empty(Validate(cards));
    }

    [Fact]
    public void Of_a_run_given_up_each_sheet_is_spoiled_or_unused()
    {
        var cards = Cards(12);
        var run = LaidOut(7, cards);
        run.Check([2, 3], cards, Office(), Now, Today);
        run.FinishLayout();

        run.GiveUp([5], cards, Today.AddDays(1));

        Assert.Equal(
            [(SheetState.Good, Today), (SheetState.Spoiled, Today), (SheetState.Spoiled, Today), (SheetState.Unused, Today.AddDays(1)), (SheetState.Spoiled, Today.AddDays(1))],
            run.Sheets.Select(sheet => (sheet.State, sheet.CheckedOn!.Value)));
        Assert.Equal([4, 8], [cards.Count(card => card.State == PassState.Printed), cards.Count(card => card.State == PassState.AwaitingPrint)]);
    }

    [Fact]
    public void A_run_is_given_up_before_its_PDF_is_there_too()
    {
        var run = Begun(7, Cards(4));

        run.GiveUp([], [], Today);

        Assert.Equal((PrintRunState.GivenUp, SheetState.Unused), (run.State, Assert.Single(run.Sheets).State));
    }

    [Fact]
    public void Giving_a_run_up_takes_no_card_out_of_another()
    {
        var (mine, others) = (Cards(2), Cards(2, first: 3));
        var run = LaidOut(7, mine);
        Begun(8, others);

        run.GiveUp([], [.. mine, .. others], Today);

        Assert.All(others, card => Assert.Equal(8, card.PrintRunId));
    }

    [Fact]
    public void Stickers_change_no_card()
    {
        var card = Pass(PassState.HandedOver).WithId(5);
        var run = LaidOut(7, [card], Labels);

        Assert.Empty(run.Check([], [card], Office(), Now.AddDays(1), Today.AddDays(1)));

        Assert.Equal((PrintRunState.Checked, SheetState.Good), (run.State, Assert.Single(run.Sheets).State));
        Assert.Equal((PassState.HandedOver, Now, null), (card.State, card.PrintedAt, card.PrintRunId));
    }

    [Fact]
    public void Stickers_may_be_printed_again_and_for_a_card_that_lies_in_a_run()
    {
        var cards = Cards(1);
        Begun(7, cards);

        LaidOut(8, cards, Labels).Check([], cards, Office(), Now, Today);
        LaidOut(9, cards, Labels).Check([1], cards, Office(), Now, Today);
        LaidOut(10, cards, Labels).GiveUp([], cards, Today);

        Assert.Equal((PassState.AwaitingPrint, 7), (cards[0].State, cards[0].PrintRunId));
    }

    [Fact]
    public void A_single_card_out_of_the_printer_takes_one_sheet_and_is_printed()
    {
        var card = Cards(1)[0];

        var run = PrintRun.OfOneCard(Office(), Quarters, card, Clerk, Now, Today);

        Assert.Equal((PrintRunState.Checked, false), (run.State, run.WithSeal));
        Assert.Equal((SheetState.Good, Today), (Assert.Single(run.Sheets).State, run.Sheets[0].CheckedOn));
        Assert.Equal((PassState.Printed, Now, null), (card.State, card.PrintedAt, card.PrintRunId));
    }

    [Fact]
    public void A_single_card_that_lies_in_a_run_is_not_printed_beside_it()
    {
        var cards = Cards(1);
        Begun(7, cards);

        Assert.Equal([PrintRules.NotPrintedYet], Forbids(() => PrintRun.OfOneCard(Office(), Quarters, cards[0], Clerk, Now, Today)));
        Assert.Equal((PassState.AwaitingPrint, 7), (cards[0].State, cards[0].PrintRunId));
    }

    [Fact]
    public void Every_state_has_its_Chinese_word()
    {
        Assert.Equal(["正在排版", "待核对", "已核对", "不印了"], Enum.GetValues<PrintRunState>().Select(state => state.ChineseName()));
        Assert.Equal(["待核对", "印好", "印坏", "没有印"], Enum.GetValues<SheetState>().Select(state => state.ChineseName()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((PrintRunState)0).ChineseName());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((SheetState)0).ChineseName());
    }

    private static IEnumerable<Rule> Validate(
        IReadOnlyList<HealthPass> cards, PrintProduct? product = null, Office? office = null, bool withSeal = false, StaffMember? by = null, DateOnly? today = null) =>
        PrintRun.Validate(office ?? Office(), product ?? Quarters, cards, 1, withSeal, by ?? Clerk, today ?? Today).Select(breach => breach.Rule);
}
