using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例督查 — self-checks with a problem that is left, visits to be repeated, complaints in every state, supplies of which one is low, deadlines, risk areas.</summary>
public sealed class DemoSupervision(OfficeDb db, OfficeClock clock, StaffMember clerk)
{
    private DateOnly Today => clock.Today;

    /// <summary>Adds the sample data; call inside a transaction, after the cards are saved.</summary>
    public async Task FillAsync(Office office)
    {
        var pack = office.RulesOn(Today);
        CheckItself(office, pack);
        Inspect(office, pack);
        await ComplainAsync(office, pack);
        await StockAsync(office, pack);
        await SetDeadlinesAsync(office);
        var area = db.RiskAreas.Add(RiskArea.Enter(office, "湖北省武汉市", "高风险", Today.AddDays(-40), null, "国务院联防联控机制通报（样例）", clerk, Before(40))).Entity;
        area.End(Today.AddDays(-3), "国务院联防联控机制通报（样例，解除）");
        db.RiskAreas.Add(RiskArea.Enter(office, "北京市丰台区", "中风险", Today.AddDays(-6), null, "北京市通报（样例）", clerk, Before(6)));
        db.RiskAreas.Add(RiskArea.Enter(office, "吉林省舒兰市", "高风险", Today.AddDays(-9), null, "吉林市通报（样例）", clerk, Before(9)));
        db.RiskAreas.Add(RiskArea.Enter(office, "黑龙江省绥芬河", "高风险", Today.AddDays(-9), null, "样例，地名没有写全", clerk, Before(9))).Entity.Withdraw("地名没有写全，另登记", clerk, Before(8));
    }

    private DateTimeOffset Before(int days) => clock.Now.AddDays(-days);

    private void CheckItself(Office office, RulePack pack)
    {
        if (pack.Supervision.SelfCheck.Count == 0)
        {
            return;
        }

        string[] seen = ["监督电话贴在村委会门口和村口", "措施贴在公告栏，3 月 1 日发到各组", "广播每天两次，还有三户老人说没有听懂", "超市门口只认手机上的码", "给 42 位老人上门办了卡"];
        var first = SelfCheck.Enter(
            office, Today.AddDays(-12), "王秀兰、李建国",
            [.. seen.Select((evidence, place) => place is 2 or 3 ? new SelfCheckFinding(true, evidence, Today.AddDays(place == 2 ? -5 : 4)) : new(false, evidence, null)).Take(pack.Supervision.SelfCheck.Count)], pack, clerk, Before(12));
        db.SelfChecks.Add(first);
        first.PutRight(first.Answers[2].Code, Today.AddDays(-6), "网格员上门讲了一遍，留了大字说明", clerk, Before(6));
    }

    private void Inspect(Office office, RulePack pack)
    {
        foreach (var (number, form) in pack.Supervision.Inspections.Index())
        {
            var places = new[] { "惠民超市", "样例镇汽车站", "样例小学" };
            var hasFault = number != 1;
            var visit = db.Inspections.Add(Inspection.Enter(
                office, form, new(places[number % 3], Today.AddDays(-8 + number), "李建国", hasFault ? "请今天就改，明天再来看" : "", hasFault ? Today.AddDays(-7 + number) : null),
                [.. form.Items.Select((_, item) => (InspectionOutcome?)(hasFault && item == form.Items.Count - 1 ? InspectionOutcome.NotInOrder : InspectionOutcome.InOrder))],
                number == 0 ? [("通风消毒", InspectionOutcome.InOrder)] : [], clerk, Before(8 - number))).Entity;
            if (number == 0)
            {
                visit.Recheck(Today.AddDays(-6), "入口有人测温，红码黄码的登记本备好了", clerk, Before(6));
            }
        }
    }

    private async Task ComplainAsync(Office office, RulePack pack)
    {
        if (pack.Supervision.Recognition is not { } terms)
        {
            return;
        }

        var cards = await db.Passes.Where(pass => pass.OfficeCode == office.Code && pass.State == PassState.HandedOver).OrderBy(pass => pass.Id).Take(2).ToListAsync();
        var closed = Told(-5, "样例县医院门诊楼入口", "门口的保安", cards.FirstOrDefault(), "20200301-0017");
        closed.Forward("县政府督查室", clerk, Before(5));
        closed.Reply("已通知该医院认可通行卡", Today.AddDays(-4), clerk, Before(4));
        closed.Close("该处已认可，向本人道歉", clerk, Before(4));
        Told(-2, "样例镇农贸市场", "市场管理员", cards.LastOrDefault(), "").Forward("镇防疫办", clerk, Before(1));
        Told(0, "样例镇公交站", "", null, "");

        RecognitionComplaint Told(int days, string place, string by, HealthPass? card, string order) => db.Complaints.Add(RecognitionComplaint.Receive(
            office,
            new()
            {
                Name = card is null ? null : PersonName.Restore("马德山"), Credential = terms.Credentials[0], CardNumber = card?.Number ?? "", Place = place, On = Today.AddDays(days - 2), RefusedBy = by, ToldBy = "本人", WorkOrder = order,
            },
            card?.Id, terms, 24, clerk, clock.Now.AddDays(days).AddHours(-1))).Entity;
    }

    private async Task StockAsync(Office office, RulePack pack)
    {
        var stock = new[] { (3, 1, 0), (600, 520, 100), (200, 60, 20), (40, 12, 10), (2, 0, 1), (1, 0, 1) };
        foreach (var (place, term) in pack.Supervision.Supplies.Index())
        {
            var (received, issued, low) = stock[place % stock.Length];
            var item = db.SupplyItems.Add(SupplyItem.Keep(office, term.Name, term.Unit, low, [])).Entity;
            await db.SaveChangesAsync();
            List<SupplyEntry> entries = [];
            Enter(SupplyEntryKind.Received, received, "镇防疫办", 10, "");
            if (issued > 0)
            {
                Enter(SupplyEntryKind.Issued, issued, "村口卡点", 3, "");
            }

            if (place == 1)
            {
                Enter(SupplyEntryKind.Counted, 78, "", 1, "潮了两只");
            }

            void Enter(SupplyEntryKind kind, int quantity, string party, int daysAgo, string note)
            {
                entries.Add(SupplyEntry.Enter(item, kind, quantity, party, Today.AddDays(-daysAgo), note, entries, clerk, Before(daysAgo)));
                db.SupplyEntries.Add(entries[^1]);
            }
        }
    }

    private async Task SetDeadlinesAsync(Office office)
    {
        string[] groups = ["1组 马晓燕", "2组 杨建军", "3组 王志强"];
        var daily = db.Deadlines.Add(Deadline.Set(office, new("当天的情况", "", null, new(22, 0), groups, "组长"), clerk, Before(4))).Entity;
        db.Deadlines.Add(Deadline.Set(office, new("工作落实情况", "样例镇防疫办通知", Today.AddDays(2), new(17, 0), ["本村村委会"], "镇防疫办"), clerk, Before(1)));
        await db.SaveChangesAsync();
        for (var daysAgo = 3; daysAgo >= 1; daysAgo--)
        {
            var day = Today.AddDays(-daysAgo);
            foreach (var (place, group) in groups.Index().Where(each => daysAgo > 1 || each.Index < 2))
            {
                var at = daily.DueAt(day).AddMinutes(place == 2 ? 25 : -40);
                db.DeadlineReports.Add(DeadlineReport.Write(daily, day, group, "", [], clerk, at < clock.Now ? at : clock.Now));
            }
        }
    }
}
