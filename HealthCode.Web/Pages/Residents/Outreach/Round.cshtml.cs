using HealthCode.Domain.Outreach;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Outreach;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Residents.Outreach;

/// <summary>一次上门 — the list, its papers, what came of it, and what is left.</summary>
public sealed class RoundModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, OutreachCommands outreach) : RoundPageModel(db, currentUser, clock)
{
    [BindProperty]
    public CorrectionInput Input { get; set; } = new();

    public IReadOnlyList<(OutreachVisit Visit, Resident Resident)> Rows { get; private set; } = [];

    public int Left => Rows.Count(row => row.Visit.Result?.IsSettled() != true);

    /// <summary>The row whose correction was refused; null when none was.</summary>
    public long? Wrong => ModelState.IsValid ? null : Input.VisitId;

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(
        () => outreach.CorrectAsync(Office, Id, Input.VisitId, Input.Result!.Value, Input.VisitedOn ?? Today, LineAttribute.Clean(Input.Note)), "已改。", RedirectToPage(new { round = Id }));

    public Task<IActionResult> OnPostCloseAsync()
    {
        // The button posts no fields.
        ModelState.Clear();
        return SaveAsync(() => outreach.CloseAsync(Office, Id), "这次上门结束了。没有办妥的人可以排进下一次。", RedirectToPage("Index"));
    }

    protected override async Task ShowAsync() => Rows = await RowsAsync();
}
