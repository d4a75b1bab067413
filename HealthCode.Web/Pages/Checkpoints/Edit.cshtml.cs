using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>关口登记 — adds, changes, closes or reopens a checkpoint.</summary>
public sealed class EditModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long? Id { get; set; }

    [BindProperty]
    public CheckpointInput Input { get; set; } = new();

    /// <summary>The checkpoint to change; null for a new one.</summary>
    public Checkpoint? Edited { get; private set; }

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<CheckpointKind>(kind => kind.ChineseName());

    public IReadOnlyList<Choice> Modes { get; private set; } = [];

    public async Task OnGetAsync() => Input = Edited is null ? await ForOfficeAsync() : Of(Edited);

    public Task<IActionResult> OnPostAsync() => ChangeAsync(DescribeAsync, "已保存。");

    public Task<IActionResult> OnPostCloseAsync() => ChangeExistingAsync(checkpoint => checkpoint.Close(), "已关闭。");

    public Task<IActionResult> OnPostReopenAsync() => ChangeExistingAsync(checkpoint => checkpoint.Reopen(), "已重新启用。");

    protected override async Task<IActionResult?> LoadAsync()
    {
        Edited = Id is { } id ? await db.Checkpoints.SingleOrDefaultAsync(checkpoint => checkpoint.Id == id) : null;
        return Id is not null && Edited is null ? NotFound() : null;
    }

    protected override async Task ShowAsync()
    {
        var pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        Modes = Choice.Of<CheckMode>(mode => $"{mode.ChineseName()}：{mode.ChineseOrder(pack)}");
    }

    private static CheckpointInput Of(Checkpoint known) =>
        new() { Name = known.Name, Kind = known.Kind, County = known.County, Township = known.Township, Address = known.Address, Mode = known.Mode };

    private async Task<CheckpointInput> ForOfficeAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        return new() { County = office.County, Township = office.Township };
    }

    private async Task<Checkpoint> DescribeAsync()
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

        return db.Checkpoints.Add(Checkpoint.Open(await db.OfficeAtAsync(currentUser), name, kind, county, township, address, mode)).Entity;
    }

    private async Task<IActionResult> ChangeExistingAsync(Action<Checkpoint> verb, string done)
    {
        ModelState.Clear();
        if (Edited is not { } known)
        {
            return NotFound();
        }

        // The close and reopen buttons post no fields, so fill the form from the database.
        Input = Of(known);
        return await ChangeAsync(
            () =>
            {
                verb(known);
                return Task.FromResult(known);
            },
            done);
    }

    private Task<IActionResult> ChangeAsync(Func<Task<Checkpoint>> change, string done) => SaveAsync(async () =>
    {
        StatusMessage = (await db.InOneTransactionAsync(change)).Name + done;
        return RedirectToPage("Index", new { id = "" });
    });
}
