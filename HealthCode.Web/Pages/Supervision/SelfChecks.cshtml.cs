using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>自查 — the sheets so far, those with problems that are left first.</summary>
public sealed class SelfChecksModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    private const int Most = 100;

    public IReadOnlyList<SelfCheck> Checks { get; private set; } = [];

    public void OnGet()
    {
    }

    protected override bool IsKnown => Terms.SelfCheck.Count > 0;

    protected override async Task ShowAsync() => Checks = await Db.SelfChecks.AsNoTracking()
        .OrderBy(check => check.ProblemsLeft == 0).ThenByDescending(check => check.CheckedOn).ThenByDescending(check => check.Id).Take(Most).ToListAsync();
}
