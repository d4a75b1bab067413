using System.Text.Json;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Passes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Passes;

/// <summary>扫一张记一张 — each scan records 已盖章 or 已发放 on one card; the last one can be taken back.</summary>
public sealed class ScanModel(OfficeDb db, CurrentUser currentUser, PassStepCommands steps, OfficeClock clock, TimeLimitedToken tokens) : OfficePageModel
{
    private const int MostRecent = 10;

    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>The tally so far, as a token.</summary>
    [FromQuery(Name = "of")]
    public string? Ticket { get; set; }

    [BindProperty]
    public ScanInput Input { get; set; } = new();

    public ScanTally Tally { get; private set; } = new();

    public Office Office { get; private set; } = null!;

    /// <summary>The card recorded last; null before the first and after an undo.</summary>
    public HealthPass? Last { get; private set; }

    /// <summary>The last cards of today for which this step was recorded, by anybody.</summary>
    public IReadOnlyList<HealthPass> Recent { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public void OnGet() => (Input.Step, Input.Who, Input.CollectedBy, Input.Relation) = (Tally.Step, Tally.Who, Tally.CollectedBy, Tally.Relation);

    /// <summary>登记这一张.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Step is not (PassState.Stamped or PassState.HandedOver))
        {
            ModelState.AddModelError("Input.Step", "请先选登记什么：已盖章按 1，已发放按 2。");
        }
        else if (Input.Step == PassState.HandedOver)
        {
            Input.Demand(ModelState);
        }

        var (id, fault) = await steps.FindAsync(Input.Code);
        if (fault is not null)
        {
            ModelState.AddModelError("Input.Code", fault);
        }

        return await SaveAsync(
            async () =>
            {
                var (_, step) = await steps.RecordAsync(id!.Value, Input.Step!.Value, Input.Collector, Input.CleanRelation);
                // Another step begins another count.
                return Next(new(Input.Step, Tally.Step == Input.Step ? Tally.Count + 1 : 1, step, Input.Who, LineAttribute.Clean(Input.CollectedBy), Input.CleanRelation));
            },
            whole: "Input.Code");
    }

    /// <summary>撤销刚才这一张.</summary>
    public Task<IActionResult> OnPostUndoAsync()
    {
        // The button sends no fields.
        ModelState.Clear();
        OnGet();
        if (Tally.Last is null)
        {
            ModelState.AddModelError("Input.Code", "没有可以撤销的：刚才没有登记，或已经撤销过。");
        }

        return SaveAsync(
            async () =>
            {
                var pass = await steps.UndoAsync(Tally.Last!);
                StatusMessage = $"已撤销：{pass.Holder.Name.Value}，卡号 {PassNumber.Restore(pass.Number).Grouped}，回到“{pass.State.ChineseName()}”。";
                return Next(Tally with { Count = Math.Max(0, Tally.Count - 1), Last = null });
            },
            whole: "Input.Code");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        Tally = tokens.Read(Ticket) is { What: var what } ? JsonSerializer.Deserialize<ScanTally>(what) ?? new() : new();
        return null;
    }

    protected override async Task ShowAsync()
    {
        var cards = db.Passes.AsNoTracking().Where(pass => pass.OfficeCode == Office.Code);
        Last = Tally.Last is { } last ? await cards.SingleOrDefaultAsync(pass => pass.Id == last.PassId && pass.State == last.State) : null;
        var dawn = OfficeClock.StartOf(Today);
        Recent = Tally.Step switch
        {
            PassState.Stamped => await cards.Where(pass => pass.StampedAt >= dawn).OrderByDescending(pass => pass.StampedAt).Take(MostRecent).ToListAsync(),
            PassState.HandedOver => await cards.Where(pass => pass.HandedOverAt >= dawn).OrderByDescending(pass => pass.HandedOverAt).Take(MostRecent).ToListAsync(),
            _ => [],
        };
    }

    private RedirectToPageResult Next(ScanTally tally) => RedirectToPage(new { of = tokens.Issue(JsonSerializer.Serialize(tally), Life) });
}
