using System.Globalization;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>关口登记 — one gate: a new one, changed, closed or opened again.</summary>
public sealed class EditModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    [BindProperty]
    public CheckpointInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Null for a new one.</summary>
    public Checkpoint? Edited { get; private set; }

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<CheckpointKind>(kind => kind.ChineseName());

    public IReadOnlyList<Choice> Modes { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Edited = await FindAsync();
        if (Edited is null && RouteData.Values["id"] is not null)
        {
            context.Result = NotFound();
            return;
        }

        var pack = (await db.OfficeAt(currentUser)).RulesOn(clock.Today);
        Modes = Choice.Of<CheckMode>(mode => $"{mode.ChineseName()}：{mode.ChineseOrder(pack)}");
        await next();
    }

    public async Task OnGetAsync()
    {
        if (Edited is { } known)
        {
            Input = new() { Name = known.Name, Kind = known.Kind, County = known.County, Township = known.Township, Address = known.Address, Mode = known.Mode };
            return;
        }

        var office = await db.OfficeAt(currentUser);
        Input = new() { County = office.County, Township = office.Township };
    }

    public async Task<IActionResult> OnPostAsync() => ModelState.IsValid ? await ChangeAsync(SaveAsync, "已保存。") : Page();

    public Task<IActionResult> OnPostCloseAsync() => ChangeExistingAsync(checkpoint => checkpoint.Close(), "已关闭。");

    public Task<IActionResult> OnPostReopenAsync() => ChangeExistingAsync(checkpoint => checkpoint.Reopen(), "已重新启用。");

    private async Task<Checkpoint> SaveAsync()
    {
        var (name, county, township, address) = (LineAttribute.Clean(Input.Name), LineAttribute.Clean(Input.County), LineAttribute.Clean(Input.Township), LineAttribute.Clean(Input.Address));
        var (kind, mode) = (Input.Kind ?? default, Input.Mode ?? default);
        var own = Edited?.Id ?? 0;
        if (await db.Checkpoints.AnyAsync(other => other.Name == name && other.Id != own))
        {
            throw new RuleBrokenException([CheckpointRules.NameIsNew.Broken(field: CheckpointField.Name)]);
        }

        if (Edited is { } known)
        {
            known.Describe(name, kind, county, township, address, mode);
            return known;
        }

        return db.Checkpoints.Add(Checkpoint.Open(await db.OfficeAt(currentUser), name, kind, county, township, address, mode)).Entity;
    }

    private async Task<IActionResult> ChangeExistingAsync(Action<Checkpoint> verb, string done)
    {
        ModelState.Clear();
        if (Edited is not { } known)
        {
            return NotFound();
        }

        return await ChangeAsync(
            () =>
            {
                verb(known);
                return Task.FromResult(known);
            },
            done);
    }

    private async Task<IActionResult> ChangeAsync(Func<Task<Checkpoint>> change, string done)
    {
        try
        {
            StatusMessage = (await db.InOneTransaction(change)).Name + done;
            return RedirectToPage("Index", new { id = "" });
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
        }

        // What was refused is undone; the page shows the checkpoint as it is, and what was typed.
        Edited = await FindAsync();
        if (Input.Name is null && Edited is not null)
        {
            await OnGetAsync();
        }

        return Page();
    }

    private async Task<Checkpoint?> FindAsync() =>
        long.TryParse(RouteData.Values["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await db.Checkpoints.SingleOrDefaultAsync(checkpoint => checkpoint.Id == id)
            : null;
}
