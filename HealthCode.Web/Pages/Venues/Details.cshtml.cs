using HealthCode.Domain.Supervision;
using HealthCode.Domain.Venues;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>一个场所 — who applied, who checked it, what hangs at its door, who stands there; approved, not approved or closed here.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : VenuePageModel(db, currentUser, clock)
{
    private const string Closed = "场所停用";
    private const int ShownInspections = 10;

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public VenueOverview Overview { get; private set; } = null!;

    /// <summary>Who stands at the door today.</summary>
    public IReadOnlyList<DoorDuty> OnDuty { get; private set; } = [];

    /// <summary>督查 under its name, the newest first.</summary>
    public IReadOnlyList<Inspection> Inspections { get; private set; } = [];

    /// <summary>The user entered it himself, so that another has to check it.</summary>
    public bool IsOwn => Venue.EnteredBy.UserName == Staff.UserName;

    public Task OnGetAsync() => accessLog.OpenedAsync(Venue, "场所");

    public Task<IActionResult> OnPostApproveAsync() => DecideAsync(
        () => Venue.Approve(LineAttribute.Clean(Input.Seen), Staff, Now, Today),
        Terms.Code is null ? "已核准。下一步：打印张贴材料，贴在门口。" : "已核准。下一步：出场所码海报。", nameof(Input.Seen));

    public Task<IActionResult> OnPostDeclineAsync() => DecideAsync(() => Venue.Decline(LineAttribute.Clean(Input.DeclineReason), Staff, Now), "已记下：没有核准。", nameof(Input.DeclineReason));

    /// <summary>Closes it; its poster is void with it.</summary>
    public Task<IActionResult> OnPostCloseAsync() => ChangeAsync(
        async () =>
        {
            Venue.Close(LineAttribute.Clean(Input.CloseReason), Today);
            if (await Db.VenuePosters.SingleOrDefaultAsync(poster => poster.CurrentOf == Venue.Id) is { } poster)
            {
                poster.Void(Closed, Today);
            }
        },
        "已停用。门口的海报和告示请揭下来。", Again, "Input." + nameof(Input.CloseReason));

    protected override async Task ShowAsync()
    {
        Overview = (await Db.OverviewAsync(Db.Venues.Where(venue => venue.Id == Venue.Id))).Single();
        Inspections = await Db.Inspections.AsNoTracking().Where(inspection => inspection.OfficeCode == Venue.OfficeCode && inspection.Place == Venue.Name).OrderByDescending(inspection => inspection.InspectedOn).Take(ShownInspections).ToListAsync();
        OnDuty = [.. (await Db.DoorDuties.AsNoTracking().Where(duty => duty.VenueId == Venue.Id && duty.LastDay >= Today).ToListAsync()).Where(duty => duty.Covers(Today)).OrderBy(duty => duty.From)];
    }

    private RedirectToPageResult Again => RedirectToPage(new { Id });

    private Task<IActionResult> DecideAsync(Action decide, string done, string field) => ChangeAsync(decide, done, Again, "Input." + field);
}
