using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.PrintRuns;

/// <summary>打印批次 — cards or stickers printed together; ends when the result of each sheet is recorded.</summary>
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

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Code of the product, see <see cref="PrintProduct.Code"/>.</summary>
    public string ProductCode { get; private set; }

    /// <summary>卡片库存 the sheets are taken from.</summary>
    public string Stock { get; private set; }

    /// <summary>True for cards, which become 已打印; stickers change no card.</summary>
    public bool IsOfCards { get; private set; }

    /// <summary>套印公章.</summary>
    public bool WithSeal { get; private set; }

    /// <summary>Key of the workstation whose calibration is used; empty for none.</summary>
    public string Workstation { get; private set; }

    /// <summary>Who started the run.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of the start.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Current state.</summary>
    public PrintRunState State { get; private set; }

    /// <summary>All sheets in order of printing, including spoiled ones and their reprints.</summary>
    public IReadOnlyList<PrintSheet> Sheets => _sheets;

    /// <summary>The sheets in the current PDF.</summary>
    public IReadOnlyList<PrintSheet> ToPrint => [.. _sheets.Where(sheet => sheet.State == SheetState.AwaitingCheck)];

    /// <summary>开一批: places the cards on sheets in the order given; the first sheet may be partly used by an earlier run.</summary>
    /// <param name="office">The office.</param>
    /// <param name="product">The product to print.</param>
    /// <param name="passes">The cards.</param>
    /// <param name="firstPlace">"从第几格开始", from 1.</param>
    /// <param name="withSeal">套印 the office's seal.</param>
    /// <param name="workstation">Key of the workstation; empty for none.</param>
    /// <param name="by">The user.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">No or too many cards; no such place; a card cannot be printed or was; 套印 not allowed.</exception>
    public static PrintRun Begin(
        Office office, PrintProduct product, IReadOnlyList<HealthPass> passes, int firstPlace, bool withSeal, string workstation, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        RuleBrokenException.ThrowIfAny(Validate(office, product, passes, firstPlace, withSeal, by, today));

        var run = new PrintRun(office.Code, product.Code, product.Stock, product.IsOfCards, withSeal) { Workstation = workstation, By = by, StartedAt = at };
        run.Lay(passes, firstPlace, product.PerSheet);
        return run;
    }

    /// <summary>补记 — records a single card printed directly, and the sheet it used.</summary>
    /// <exception cref="RuleBrokenException">The card cannot be printed, or was printed.</exception>
    public static PrintRun OfOneCard(Office office, PrintProduct product, HealthPass pass, StaffMember by, DateTimeOffset at, DateOnly today)
    {
        var run = Begin(office, product, [pass], 1, false, "", by, at, today);
        run.FinishLayout();
        run.Check([], [pass], office, at, today);
        return run;
    }

    /// <summary>The rules that a run would break; empty if none.</summary>
    public static IReadOnlyList<Breach> Validate(Office office, PrintProduct product, IReadOnlyList<HealthPass> passes, int firstPlace, bool withSeal, StaffMember by, DateOnly today)
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

    /// <summary>排好版: the PDF has been created.</summary>
    public void FinishLayout()
    {
        if (State == PrintRunState.Laying)
        {
            State = PrintRunState.AwaitingCheck;
        }
    }

    /// <summary>重新排版 — the PDF no longer exists and must be created again.</summary>
    public void RequestLayout()
    {
        if (State == PrintRunState.AwaitingCheck)
        {
            State = PrintRunState.Laying;
        }
    }

    /// <summary>撤下 — removes cards that have ended since; their places stay empty and the PDF is created again.</summary>
    /// <returns>True if any sheet was changed.</returns>
    public bool Withdraw(IReadOnlyCollection<HealthPass> stopped)
    {
        var passIds = stopped.Select(pass => pass.Id).ToHashSet();
        foreach (var pass in stopped)
        {
            pass.RemoveFromRun(Id);
        }

        var touched = ToPrint.Where(sheet => sheet.PassIds.Any(passIds.Contains)).ToList();
        touched.ForEach(sheet => sheet.Withdraw(passIds));
        if (touched.Count > 0)
        {
            State = PrintRunState.Laying;
        }

        return touched.Count > 0;
    }

    /// <summary>核对 — 「都打印好了吗？」. Records the result of each sheet: cards on good sheets become 已打印, spoiled sheets are reprinted.</summary>
    /// <param name="spoiled">Numbers of the spoiled sheets; empty if all are good.</param>
    /// <param name="passes">The cards of the sheets to be checked; not needed for stickers.</param>
    /// <param name="office">The office.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <returns>Cards that ended meanwhile; their prints must be destroyed.</returns>
    /// <exception cref="RuleBrokenException">The run does not await a check; no such sheet.</exception>
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

    /// <summary>不印了 — abandons the run and releases its cards; sheets already printed are recorded as spoiled, the others as unused.</summary>
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
            pass.RemoveFromRun(Id);
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

            pass.RemoveFromRun(Id);
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
