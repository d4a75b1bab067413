using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;
using static HealthCode.Tests.Support.PrintCase;

namespace HealthCode.Tests.Domain.PrintRuns;

/// <summary>A busy desk: verbs in any order, allowed or not. What must hold after each of them.</summary>
public sealed class PrintRunSequencesTests
{
    [Fact]
    public void Whatever_the_order_no_sheet_and_no_card_is_lost_or_doubled()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var desk = new BusyDesk(new(seed));
            for (var step = 0; step < 60; step++)
            {
                desk.DoSomething();

                desk.Runs.ForEach(EachSheetHasOneEnd);
                EachCardLiesInOneRunOrNone(desk);
            }

            desk.CloseAll();
            desk.Runs.ForEach(EachSheetHasOneEnd);
            Assert.All(desk.Runs, run => Assert.Empty(run.ToPrint));
            Assert.All(desk.Cards, card => Assert.Null(card.PrintRunId));
            EachCardCameOutAtMostOnce(desk);
        }
    }

    private static void EachSheetHasOneEnd(PrintRun run)
    {
        var isOpen = run.State is PrintRunState.Laying or PrintRunState.AwaitingCheck;
        Assert.Equal(Enumerable.Range(1, run.Sheets.Count), run.Sheets.Select(sheet => sheet.Number));
        Assert.Equal(isOpen, run.ToPrint.Count > 0);
        Assert.All(run.Sheets, sheet =>
        {
            Assert.Equal(sheet.State == SheetState.AwaitingCheck, sheet.CheckedOn is null);
            var repeated = run.Sheets.Count(other => other.Repeats == sheet.Number);
            Assert.InRange(repeated, 0, sheet.State == SheetState.Spoiled ? 1 : 0);
            Assert.True(sheet.State != SheetState.Spoiled || repeated == 1 || run.State == PrintRunState.GivenUp);
            Assert.True(sheet.State != SheetState.Unused || run.State == PrintRunState.GivenUp);
        });
    }

    private static void EachCardLiesInOneRunOrNone(BusyDesk desk)
    {
        var lying = desk.Runs.Where(run => run.IsOfCards)
            .SelectMany(run => run.ToPrint.SelectMany(sheet => sheet.PassIds).Select(id => (Card: id, Run: run.Id))).ToLookup(place => place.Card, place => place.Run);
        Assert.All(desk.Cards, card =>
        {
            if (card.PrintRunId is { } run)
            {
                Assert.Equal([run], lying[card.Id]);
            }
            else if (card.IsLive(Today))
            {
                Assert.Empty(lying[card.Id]);
            }
            else
            {
                // Stopped, and not taken off yet.
                Assert.InRange(lying[card.Id].Count(), 0, 1);
            }
        });
    }

    private static void EachCardCameOutAtMostOnce(BusyDesk desk)
    {
        var cameOut = desk.Runs.Where(run => run.IsOfCards)
            .SelectMany(run => run.Sheets.Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds.Select(id => (Run: run.Id, Card: id)))).Except(desk.Destroyed).ToLookup(place => place.Card);
        Assert.All(desk.Cards, card => Assert.Equal(card.PrintedAt is null ? 0 : 1, cameOut[card.Id].Count()));
    }

    private sealed class BusyDesk(Random random)
    {
        private readonly Office _office = Office();

        public List<PrintRun> Runs { get; } = [];

        public IReadOnlyList<HealthPass> Cards { get; } = Cards(14);

        /// <summary>Paper of cards that were stopped while it was printed.</summary>
        public HashSet<(long Run, long Card)> Destroyed { get; } = [];

        public void DoSomething()
        {
            var verb = random.Next(10);
            try
            {
                if (verb < 3 || Runs.Count == 0)
                {
                    Begin();
                }
                else
                {
                    DoWith(Runs[^random.Next(1, Math.Min(Runs.Count, 4) + 1)], verb);
                }
            }
            catch (RuleBrokenException)
            {
                // Refused: nothing may have changed, which is what is looked at next.
            }
        }

        public void CloseAll()
        {
            _office.EndEpidemic(null, Today);
            foreach (var run in Runs.Where(run => run.ToPrint.Count > 0))
            {
                run.GiveUp([], Cards, Today);
            }
        }

        private void Begin() =>
            Runs.Add(Begun(Runs.Count + 1, Some(Cards), random.Next(5) == 0 ? Labels : Quarters, random.Next(1, 5), _office));

        private void DoWith(PrintRun run, int verb)
        {
            switch (verb)
            {
                case 3 or 4:
                    run.FinishLayout();
                    break;
                case 5 or 6:
                    Destroyed.UnionWith(run.Check(Spoiled(run), Cards, _office, Now, Today).Select(card => (run.Id, card.Id)));
                    break;
                case 7:
                    run.Withdraw([.. Cards.Where(card => !card.IsPrintable(_office, Today))]);
                    break;
                case 8 when random.Next(4) == 0:
                    run.GiveUp(Spoiled(run), Cards, Today);
                    break;
                case 8:
                    run.RequestLayout();
                    break;
                case 9 when random.Next(3) == 0:
                    Cards[random.Next(Cards.Count)].Revoke(RefusalClause.CloseContact, "接县疾控中心通知", Now, Today);
                    break;
                case 9:
                    _office.EndEpidemic(_office.EpidemicEndedOn is null ? Today : null, Today);
                    break;
            }
        }

        private List<int> Spoiled(PrintRun run) => [.. Some(run.Sheets).Where(_ => random.Next(2) == 0).Select(sheet => sheet.Number)];

        private List<T> Some<T>(IReadOnlyList<T> all) => [.. all.Where(_ => random.Next(3) == 0)];
    }
}
