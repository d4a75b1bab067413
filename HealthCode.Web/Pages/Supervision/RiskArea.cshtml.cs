using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>一个风险地区 — ended by a notice, or withdrawn with a reason; never deleted.</summary>
public sealed class RiskAreaModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public RiskAreaChangeInput Input { get; set; } = new();

    public RiskArea Area { get; private set; } = null!;

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostEndAsync()
    {
        if (Input.LastDay is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.LastDay", "请填到哪天为止。");
        }

        return ChangeAsync(() => Area.End(Input.LastDay!.Value, LineAttribute.Clean(Input.EndNotice)), "已记下。", RedirectToPage(new { Id }));
    }

    public Task<IActionResult> OnPostWithdrawAsync() => ChangeAsync(() => Area.Withdraw(LineAttribute.Clean(Input.Reason), Staff, Now), "已撤回。", RedirectToPage(new { Id }));

    protected override async Task<bool> FindAsync()
    {
        if (await Db.RiskAreas.SingleOrDefaultAsync(area => area.Id == Id) is not { } area)
        {
            return false;
        }

        Area = area;
        return true;
    }
}
