using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;

namespace HealthCode.Web.Pages.Residents;

/// <summary>查重 — entries that may be one person, to be merged by somebody who knows them.</summary>
public sealed class DoublesModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : OfficePageModel
{
    public IReadOnlyList<IReadOnlyList<Resident>> Groups { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public void OnGet()
    {
    }

    protected override async Task ShowAsync() => Groups = await db.DoublesAsync((await db.OfficeAtAsync(currentUser)).Code);
}
