using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Tips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Tips;

/// <summary>辖区表和时限 — who goes where, and the office's own hours.</summary>
public sealed class AreasModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : TipPageModel(db, currentUser, clock)
{
    [BindProperty]
    public TipHoursInput Input { get; set; } = new();

    public IReadOnlyList<TipArea> Areas { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var settings = await Db.TipSettingsAsync(Office);
        Input = new() { DispatchHours = settings.DispatchHours, VisitHours = settings.VisitHours, FeedbackHours = settings.FeedbackHours };
    }

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        async () =>
        {
            var settings = await Db.TipSettings.SingleOrDefaultAsync(each => each.OfficeCode == Office.Code) ?? Db.TipSettings.Add(TipSettings.Usual(Office)).Entity;
            settings.Want(Input.DispatchHours!.Value, Input.VisitHours!.Value, Input.FeedbackHours!.Value);
        },
        () => "时限已改，从新受理的一件算起。",
        () => RedirectToPage());

    protected override async Task ShowAsync() => Areas = await Db.TipAreasAsync(Office.Code);
}
