using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Venues;

/// <summary>张贴材料 — the printed notices of the province, each as it will hang at the door.</summary>
public sealed class NoticesModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : PageModel
{
    public VenueTerms Terms { get; private set; } = null!;

    public string SupervisionPhone { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var office = await db.OfficeAtAsync(currentUser);
        (Terms, SupervisionPhone) = (office.RulesOn(clock.Today).Venues, office.SupervisionPhone);
    }
}
