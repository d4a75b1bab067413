using HealthCode.Domain.Archives;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.PaperBoxes;

/// <summary>一箱纸质材料, with a form to record its destruction.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public BoxDisposalInput Input { get; set; } = new();

    public PaperBox Box { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public static IReadOnlyList<Choice> Disposals { get; } = Choice.Of<BoxDisposal>(manner => manner.ChineseName());

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => db.InOneTransactionAsync(() =>
        {
            Box.Destroy(Input.Disposal!.Value, LineAttribute.Clean(Input.FirstWitness), LineAttribute.Clean(Input.SecondWitness), Input.DestroyedOn!.Value, Office, Today);
            return Task.CompletedTask;
        }),
        $"箱子 {Box.Number} 已登记销毁。",
        RedirectToPage("Index", new { id = "" }));

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await db.PaperBoxes.SingleOrDefaultAsync(box => box.Id == Id) is not { } found)
        {
            return NotFound();
        }

        (Box, Office) = (found, await db.OfficeAtAsync(currentUser));
        return null;
    }
}
