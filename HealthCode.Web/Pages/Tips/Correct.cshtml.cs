using HealthCode.Domain.Tips;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Tips;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Tips;

/// <summary>更正 — while it is not dispatched, with the reason. The reporter is not shown here.</summary>
public sealed class CorrectModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : TipPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public TipInput Input { get; set; } = new();

    public Tip Tip { get; private set; } = null!;

    public Task OnGetAsync()
    {
        Input = TipParser.ToInput(Tip);
        return accessLog.OpenedAsync(Tip, "更正线索");
    }

    public Task<IActionResult> OnPostAsync()
    {
        var parsed = TipParser.Of(Input, Today);
        ModelState.Add(parsed.Faults);
        return ChangeAsync(
            async () => Tip.Correct(parsed.Content, LineAttribute.Clean(Input.Reason), await Db.TipAreaOfAsync(Office.Code, parsed.Content.Place, Today), Terms, Staff, Now),
            () => "已更正。", () => RedirectToPage("Details", new { Id }));
    }

    protected override async Task<bool> FindAsync()
    {
        Tip = (await TipAsync(Id))!;
        return Tip is not null;
    }
}
