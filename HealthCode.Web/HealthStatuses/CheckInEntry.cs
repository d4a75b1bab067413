using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.HealthStatuses;

/// <summary>记一次打卡 — the one way in for the form of one person and a row of the round list; a sheet comes in by <c>Imports</c>, by the same rules.</summary>
public sealed class CheckInEntry(OfficeDb db, CurrentUser currentUser, OfficeClock clock)
{
    private const int RecentDays = 28;

    /// <summary>Writes down a check-in in one transaction.</summary>
    /// <param name="office">The office.</param>
    /// <param name="resident">Whose.</param>
    /// <param name="day">The day it is about.</param>
    /// <param name="channel">How the office learnt it.</param>
    /// <param name="content">The answers.</param>
    /// <param name="late">For a day that is over: who told it on that day, and when.</param>
    /// <param name="isFirstOfDay">Refuse when somebody else has written one down for that day.</param>
    /// <exception cref="RuleBrokenException">See <see cref="DailyCheckIn.Enter"/>.</exception>
    public Task<DailyCheckIn> EnterAsync(Office office, Resident resident, DateOnly day, CheckInChannel channel, CheckInContent content, LateEntry? late, bool isFirstOfDay = false) => db.ChangeAsync(office, async () =>
    {
        var status = await db.HealthStatuses.SingleOrDefaultAsync(each => each.ResidentId == resident.Id) ?? db.HealthStatuses.Add(HealthStatus.Of(resident)).Entity;
        var observations = await db.Observations.Where(each => each.ResidentId == resident.Id).CurrentFirst().ToListAsync();
        var ofDay = await OfDayAsync(resident.Id, day);
        if (isFirstOfDay && ofDay is [var earlier, ..])
        {
            if (earlier.By.UserName == currentUser.Staff!.UserName && earlier.Channel == channel && earlier.Content.SameAs(content))
            {
                // The row was sent by the script and by the button.
                return earlier;
            }

            throw new RuleBrokenException([CheckInRules.AskedAlready.Broken($"{earlier.By.Name}，{earlier.At.ChineseShort()}。")]);
        }

        return db.CheckIns.Add(DailyCheckIn.Enter(resident, status, observations.OfDay(day), day, channel, content, late, ofDay, office.RulesOn(day), currentUser.Staff!, clock.Now)).Entity;
    });

    /// <summary>Corrects a check-in in one transaction.</summary>
    /// <param name="office">The office.</param>
    /// <param name="resident">Whose.</param>
    /// <param name="checkInId">The check-in.</param>
    /// <param name="version">The version that was on the screen.</param>
    /// <param name="content">The answers now.</param>
    /// <param name="kind">Whose mistake it was.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RuleBrokenException">See <see cref="DailyCheckIn.Correct"/>.</exception>
    public Task CorrectAsync(Office office, Resident resident, long checkInId, int version, CheckInContent content, CheckInCorrection kind, string reason) => db.ChangeAsync(office, async () =>
    {
        var checkIn = await db.CheckIns.SingleAsync(each => each.Id == checkInId);
        CheckInRules.NotCorrectedMeanwhile.Require(checkIn.Version == version);
        checkIn.Correct(resident, content, kind, reason, await RecentAsync(checkIn.ResidentId), office.RulesOn(checkIn.Day), currentUser.Staff!, clock.Now);
    });

    /// <summary>The check-ins of a person in the last weeks, which may still be corrected.</summary>
    public Task<List<DailyCheckIn>> RecentAsync(long residentId)
    {
        var first = clock.Today.AddDays(-RecentDays);
        return db.CheckIns.Where(each => each.ResidentId == residentId && each.Day >= first).ToListAsync();
    }

    /// <summary>The check-ins of a person and day.</summary>
    public Task<List<DailyCheckIn>> OfDayAsync(long residentId, DateOnly day) => db.CheckIns.Where(each => each.ResidentId == residentId && each.Day == day).ToListAsync();
}
