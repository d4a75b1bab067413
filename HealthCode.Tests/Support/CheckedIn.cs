using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>Check-ins and official results of residents, without a page.</summary>
public static class CheckedIn
{
    /// <summary>A check-in of today.</summary>
    public static Task CheckInAsync(this OfficeServer server, long residentId, CheckInChannel channel, CheckInContent content) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var status = await StatusAsync(db, residentId);
        var office = await db.Offices.SingleAsync(each => each.Code == status.OfficeCode);
        db.CheckIns.Add(DailyCheckIn.Enter(await db.Residents.SingleAsync(each => each.Id == residentId), status, null, server.Today, channel, content, null, [], office.RulesOn(server.Today), LawfulCase.Clerk, server.Now));
    }));

    /// <summary>An official result that was seen at a time.</summary>
    public static Task SeeAsync(this OfficeServer server, long residentId, HealthCodeResult result, string at, OfficialSource source = OfficialSource.Platform) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var status = await StatusAsync(db, residentId);
        var office = await db.Offices.SingleAsync(each => each.Code == status.OfficeCode);
        status.Note(new OfficialResult(result, source, JobRuns.At(at), LawfulCase.Clerk, "本人"), office.RulesOn(server.Today), server.Now);
    }));

    private static async Task<HealthStatus> StatusAsync(OfficeDb db, long residentId) =>
        await db.HealthStatuses.SingleOrDefaultAsync(each => each.ResidentId == residentId) ?? db.HealthStatuses.Add(HealthStatus.Of(await db.Residents.SingleAsync(each => each.Id == residentId))).Entity;
}
