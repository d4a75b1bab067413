using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.PrintRuns;

/// <summary>打印批次 — cards or stickers that go to the printer together, sheet by sheet, until each sheet is accounted for.</summary>
public sealed class PrintRun
{
    private readonly List<PrintSheet> _sheets = [];

    private PrintRun(string officeCode, string productCode, string stock, bool isOfCards, bool withSeal)
    {
        (OfficeCode, ProductCode, Stock, IsOfCards, WithSeal) = (officeCode, productCode, stock, isOfCards, withSeal);
        (Workstation, By, State) = ("", null!, PrintRunState.Laying);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>What is printed, see <see cref="PrintProduct.Code"/>.</summary>
    public string ProductCode { get; private set; }

    /// <summary>卡片库存 it takes its sheets from.</summary>
    public string Stock { get; private set; }

    /// <summary>Cards become 已打印; stickers change no card.</summary>
    public bool IsOfCards { get; private set; }

    /// <summary>套印公章.</summary>
    public bool WithSeal { get; private set; }

    /// <summary>The workstation whose calibration counts.</summary>
    public string Workstation { get; private set; }

    /// <summary>Who asked for it.</summary>
    public StaffMember By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>How far it has come.</summary>
    public PrintRunState State { get; private set; }

    /// <summary>Its sheets in the order of printing, spoiled ones and their repetitions among them.</summary>
    public IReadOnlyList<PrintSheet> Sheets => _sheets;

    /// <summary>The sheets that are in the PDF now.</summary>
    public IReadOnlyList<PrintSheet> ToPrint => [.. _sheets.Where(sheet => sheet.State == SheetState.AwaitingCheck)];

    /// <summary>开一批. Cards lie on the sheets in the order given; the first sheet may have been begun by an earlier run.</summary>
    /// <param name="office">The office.</param>
    /// <param name="product">What is printed.</param>
    /// <param name="passes">Of the office.</param>
    /// <param name="firstPlace">"从第几格开始", from 1.</param>
    /// <param name="withSeal">套印 the office's seal.</param>
    /// <param name="workstation">Whose calibration counts; empty for none.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="RuleBrokenException">None or too many cards; no such place; a card that may not be printed, or was; who would put the seal on it approved it, where that is ruled out.</exception>
    public static PrintRun Begin(
        Office office, PrintProduct product, IReadOnlyList<HealthPass> passes, int firstPlace, bool withSeal, string workstation, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(Against(office, product, passes, firstPlace, withSeal, by, today));

        var run = new PrintRun(office.Code, product.Code, product.Stock, product.IsOfCards, withSeal) { Workstation = workstation, By = by, StartedAt = at };
        run.Lay(passes, firstPlace, product.PerSheet);
        return run;
    }

    /// <summary>补记 — a single card that came straight out of the printer, with the sheet it took.</summary>
    /// <exception cref="RuleBrokenException">The card may not be printed, or was.</exception>
    public static PrintRun OfOneCard(Office office, PrintProduct product, HealthPass pass, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        var run = Begin(office, product, [pass], 1, false, "", by, at, today);
        run.Laid();
        run.Check([], [pass], office, at, today);
        return run;
    }

    /// <summary>What stands in the way of a run; empty when nothing does.</summary>
    public static IReadOnlyList<Breach> Against(Office office, PrintProduct product, IReadOnlyList<HealthPass> passes, int firstPlace, bool withSeal, StaffMember by, DateOnly today)
    {
        var outOfUse = passes.Where(pass => pass.OfficeCode != office.Code || !pass.IsPrintable(office, today)).ToList();
        var twice = passes.GroupBy(pass => pass.Number).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        var printed = passes.Except(outOfUse)
            .Where(pass => product.IsOfCards && (pass.State != PassState.AwaitingPrint || pass.PrintRunId is not null || twice.Contains(pass.Number))).ToList();
        return
        [
            .. When(passes.Count == 0, PrintRules.Some.Broken()),
            .. When(passes.Count > PrintRules.Most, PrintRules.NotTooMany.Broken($"现在选了 {passes.Count} 张。")),
            .. When(firstPlace < 1 || firstPlace > product.PerSheet, PrintRules.PlaceOnSheet.Broken($"每张只有 {product.PerSheet} 格，请填 1 到 {product.PerSheet}。", PrintField.FirstPlace)),
            .. When(outOfUse.Count > 0, PrintRules.Printable.Broken(Numbers(outOfUse))),
            .. When(printed.Count > 0, PrintRules.NotPrintedYet.Broken(Numbers(printed))),
            .. When(withSeal && !product.IsOfCards, PrintRules.SealOnCards.Broken()),
            .. When(withSeal && office.SeparatesSealKeeper && passes.Any(pass => pass.ApprovedBy == by.UserName), PassRules.KeeperDidNotApprove.Broken()),
        ];
    }

    /// <summary>排好版: the PDF is there.</summary>
    public void Laid()
    {
        if (State == PrintRunState.Laying)
        {
            State = PrintRunState.AwaitingCheck;
        }
    }

    /// <summary>重新排版 — the PDF is gone.</summary>
    public void LayAgain()
    {
        if (State == PrintRunState.AwaitingCheck)
        {
            State = PrintRunState.Laying;
        }
    }

    /// <summary>撤下 — cards that have been stopped since: they leave the run, their places are left empty and the PDF is laid out anew.</summary>
    /// <returns>Whether there was anything to take off.</returns>
    public bool Withdraw(IReadOnlyCollection<HealthPass> stopped)
    {
        var passIds = stopped.Select(pass => pass.Id).ToHashSet();
        foreach (var pass in stopped)
        {
            pass.LeaveRun(Id);
        }

        var touched = ToPrint.Where(sheet => sheet.PassIds.Any(passIds.Contains)).ToList();
        touched.ForEach(sheet => sheet.Withdraw(passIds));
        if (touched.Count > 0)
        {
            State = PrintRunState.Laying;
        }

        return touched.Count > 0;
    }

    /// <summary>核对 — 「都打印好了吗？」. Good sheets make their cards 已打印; spoiled ones are printed again in this run, each sheet accounted for.</summary>
    /// <param name="spoiled">Numbers of the sheets that failed; empty when all came out.</param>
    /// <param name="passes">The cards of the sheets that wait; for stickers none are needed.</param>
    /// <param name="office">The office.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day.</param>
    /// <returns>Cards that were stopped meanwhile: their paper must be destroyed.</returns>
    /// <exception cref="RuleBrokenException">Not awaiting a check; no such sheet.</exception>
    public IReadOnlyList<HealthPass> Check(IReadOnlyCollection<int> spoiled, IReadOnlyList<HealthPass> passes, Office office, DateTimeOffset at, DateOnly today)
    {
        RequireSheets(spoiled);

        var waiting = ToPrint;
        foreach (var sheet in waiting.Where(sheet => spoiled.Contains(sheet.Number)))
        {
            sheet.Check(SheetState.Spoiled, today);
            _sheets.Add(new(_sheets.Count + 1, sheet.Places, sheet.Number, false));
        }

        var good = waiting.Where(sheet => sheet.State == SheetState.AwaitingCheck).ToList();
        good.ForEach(sheet => sheet.Check(SheetState.Good, today));
        State = spoiled.Count > 0 ? PrintRunState.Laying : PrintRunState.Checked;
        return IsOfCards ? Printed([.. good.SelectMany(sheet => sheet.PassIds)], passes, office, at, today) : [];
    }

    /// <summary>不印了 — the cards wait for another run; sheets that did come out are spoiled, the others were not used.</summary>
    /// <exception cref="RuleBrokenException">Already checked; no such sheet.</exception>
    public void GiveUp(IReadOnlyCollection<int> spoiled, IReadOnlyList<HealthPass> passes, DateOnly today)
    {
        PrintRules.AwaitsCheck.Require(State is PrintRunState.Laying or PrintRunState.AwaitingCheck);
        RequireKnown(spoiled);

        foreach (var sheet in ToPrint)
        {
            sheet.Check(spoiled.Contains(sheet.Number) ? SheetState.Spoiled : SheetState.Unused, today);
        }

        foreach (var pass in passes)
        {
            pass.LeaveRun(Id);
        }

        State = PrintRunState.GivenUp;
    }

    private List<HealthPass> Printed(HashSet<long> ids, IReadOnlyList<HealthPass> passes, Office office, DateTimeOffset at, DateOnly today)
    {
        List<HealthPass> stopped = [];
        foreach (var pass in passes.Where(pass => ids.Contains(pass.Id)))
        {
            if (pass.IsPrintable(office, today))
            {
                pass.Print(office, at, today);
            }
            else
            {
                stopped.Add(pass);
            }

            pass.LeaveRun(Id);
        }

        return stopped;
    }

    private void Lay(IReadOnlyList<HealthPass> passes, int firstPlace, int perSheet)
    {
        foreach (var sheet in Enumerable.Repeat<long?>(null, firstPlace - 1).Concat(passes.Select(pass => (long?)pass.Id)).Chunk(perSheet))
        {
            _sheets.Add(new(_sheets.Count + 1, sheet, null, _sheets.Count == 0 && firstPlace > 1));
        }
    }

    private void RequireSheets(IReadOnlyCollection<int> spoiled)
    {
        PrintRules.AwaitsCheck.Require(State == PrintRunState.AwaitingCheck);
        RequireKnown(spoiled);
    }

    private void RequireKnown(IReadOnlyCollection<int> spoiled)
    {
        var unknown = spoiled.Except(ToPrint.Select(sheet => sheet.Number)).ToList();
        PrintRules.SheetOfRun.Require(unknown.Count == 0, $"第 {string.Join("、", unknown)} 张。");
    }

    private static Breach[] When(bool broken, Breach breach) => broken ? [breach] : [];

    private static string Numbers(List<HealthPass> passes) =>
        string.Join("、", passes.Take(5).Select(pass => PassNumber.Restore(pass.Number).Grouped)) + (passes.Count > 5 ? $" 等 {passes.Count} 张。" : "。");
}
