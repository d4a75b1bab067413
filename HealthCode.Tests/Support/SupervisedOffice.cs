using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>An office with one of everything that supervision keeps; what its province does not know is left out.</summary>
public static class SupervisedOffice
{
    /// <summary>Adds one of each to an office and returns the keys, 0 where the province knows none.</summary>
    public static Task<SupervisedKeys> SuperviseAsync(this OfficeServer server, string? officeCode = null, long? passId = null) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.OrderBy(each => each.Code).FirstAsync(each => officeCode == null || each.Code == officeCode);
        return await AddAsync(db, office, server.Now, passId);
    }));

    /// <summary>The same within a transaction.</summary>
    public static async Task<SupervisedKeys> AddAsync(OfficeDb db, Office office, DateTimeOffset now, long? passId = null)
    {
        var (today, pack) = (BeijingTime.DayOf(now), office.RulesOn(BeijingTime.DayOf(now)));
        var terms = pack.Supervision;
        var check = terms.SelfCheck.Count == 0 ? null : db.SelfChecks.Add(SelfCheck.Enter(office, today, "王秀兰", Findings(terms.SelfCheck.Count, problemAt: 1, today), pack, LawfulCase.Clerk, now)).Entity;
        var inspection = terms.Inspections.Count == 0 ? null : db.Inspections.Add(Inspect(office, terms.Inspections[0], now)).Entity;
        var complaint = terms.Recognition is null ? null : db.Complaints.Add(RecognitionComplaint.Receive(
            office,
            new() { Name = PersonName.Restore("马德山"), Credential = terms.Recognition.Credentials[0], CardNumber = "640104199001011234", Place = "县医院门诊楼入口", On = today, RefusedBy = "门口的保安", ToldBy = "女儿马小红", WorkOrder = "12345-1" },
            passId, terms.Recognition, 24, LawfulCase.Clerk, now)).Entity;
        var item = db.SupplyItems.Add(SupplyItem.Keep(office, "口罩", "只", 10, [])).Entity;
        var deadline = db.Deadlines.Add(Deadline.Set(office, new("当天的情况", "", null, new(22, 0), ["1组", "2组"], "组长"), LawfulCase.Clerk, now)).Entity;
        var area = db.RiskAreas.Add(RiskArea.Enter(office, "湖北省武汉市", "高风险", today, null, "样例通报", LawfulCase.Clerk, now)).Entity;
        await db.SaveChangesAsync();
        db.SupplyEntries.Add(SupplyEntry.Enter(item, SupplyEntryKind.Received, 100, "镇防疫办", today, "", [], LawfulCase.Clerk, now));
        db.DeadlineReports.Add(DeadlineReport.Write(deadline, deadline.FirstDay, "1组", "", [], LawfulCase.Clerk, deadline.FirstDay > today ? now.AddDays(1) : now));
        await db.SaveChangesAsync();
        return new(check?.Id ?? 0, inspection?.Id ?? 0, complaint?.Id ?? 0, item.Id, deadline.Id, area.Id);
    }

    /// <summary>Findings of a sheet without a problem, or with one.</summary>
    public static IReadOnlyList<SelfCheckFinding> Findings(int count, int? problemAt, DateOnly on) =>
        [.. Enumerable.Range(0, count).Select(i => i == problemAt ? new SelfCheckFinding(true, "措施没有贴出来", on.AddDays(3)) : new(false, $"看到的情况 {i + 1}", null))];

    private static Inspection Inspect(Office office, InspectionForm form, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        return Inspection.Enter(
            office, form, new("惠民超市", today, "李建国", "请今天补上口罩", today.AddDays(1)),
            [.. form.Items.Select((_, place) => (InspectionOutcome?)(place == 0 ? InspectionOutcome.NotInOrder : InspectionOutcome.InOrder))], [("通风消毒", InspectionOutcome.NotApplicable)], LawfulCase.Clerk, now);
    }
}

/// <summary>Keys of what was added; 0 where the province knows none.</summary>
public sealed record SupervisedKeys(long SelfCheck, long Inspection, long Complaint, long Supply, long Deadline, long RiskArea);
