using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Venues;

/// <summary>值守表 — who guides at the door, from which day to which.</summary>
public sealed class DutyModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : VenuePageModel(db, currentUser, clock)
{
    private const int DaysBack = 14;

    [BindProperty]
    public DutyInput Input { get; set; } = new();

    /// <summary>From two weeks ago on, by day and hour.</summary>
    public IReadOnlyList<DoorDuty> Duties { get; private set; } = [];

    public void OnGet() => Input.FirstDay = Today;

    public Task<IActionResult> OnPostAsync()
    {
        var (from, to) = (Time(nameof(Input.From), Input.From), Time(nameof(Input.To), Input.To));
        return ChangeAsync(
            async () => Db.DoorDuties.Add(DoorDuty.Assign(
                Venue, LineAttribute.Clean(Input.Name), Input.FirstDay, Input.LastDay, from, to, await Db.DoorDuties.Where(duty => duty.VenueId == Venue.Id).ToListAsync(), Staff)),
            "已排上。", RedirectToPage(new { Id }));
    }

    /// <summary>去掉一行; the audit keeps that it was there.</summary>
    public Task<IActionResult> OnPostRemoveAsync(long dutyId)
    {
        // The button posts no fields.
        ModelState.Clear();
        return ChangeAsync(async () => Db.DoorDuties.RemoveRange(await Db.DoorDuties.Where(duty => duty.Id == dutyId && duty.VenueId == Venue.Id).ToListAsync()), "已去掉。", RedirectToPage(new { Id }));
    }

    protected override async Task ShowAsync()
    {
        var first = Today.AddDays(-DaysBack);
        Duties = [.. (await Db.DoorDuties.AsNoTracking().Where(duty => duty.VenueId == Venue.Id && duty.LastDay >= first).ToListAsync()).OrderBy(duty => duty.FirstDay).ThenBy(duty => duty.From)];
    }

    private TimeOnly? Time(string field, string? typed)
    {
        if (TypedTime.TryParse(typed, out var time))
        {
            return time;
        }

        if (!string.IsNullOrWhiteSpace(typed))
        {
            ModelState.AddModelError("Input." + field, "时间看不懂，请写成 8:00 或 0800。");
        }

        return null;
    }
}
