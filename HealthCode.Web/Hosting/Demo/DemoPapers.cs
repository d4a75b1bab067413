using HealthCode.Domain.Archives;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Requests;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例纸质材料和申请 — two boxes of paper forms, and one pending correction request.</summary>
public static class DemoPapers
{
    private const int DaysWaited = 4;

    private static readonly StaffMember Clerk = new("luru", "王秀兰");

    /// <summary>Call inside a transaction, after the office has its declarations.</summary>
    public static async Task FillAsync(OfficeDb db, Office office, OfficeClock clock)
    {
        await db.SaveChangesAsync();
        var (opened, half) = (clock.Today.AddDays(-19), clock.Today.AddDays(-10));
        db.PaperBoxes.Add(PaperBox.Enter(office, $"{opened:yyyy}-01", "健康通行卡办理申报表", 168, "村委会档案柜二层", opened, half, Clerk, clock.Now.AddDays(-10), half));
        db.PaperBoxes.Add(PaperBox.Enter(office, $"{opened:yyyy}-02", "健康通行卡办理申报表", 132, "村委会档案柜二层", half.AddDays(1), clock.Today, Clerk, clock.Now, clock.Today));

        var received = clock.Now.AddDays(-DaysWaited);
        var form = await db.Declarations.Where(declaration => declaration.OfficeCode == office.Code).OrderBy(declaration => declaration.Id).FirstAsync();
        var guardian = form.Content.Guardian is { } known ? $"{known.Name.Value}（{known.Relation}）" : "";
        db.Requests.Add(ResidentRequest.Receive(
            office, RequestKind.Correction, form.Content.Person.Name.Value, guardian, "看过身份证原件", "现住址录错了，应为 2组15号", form, Clerk, received, clock.Today.AddDays(-DaysWaited)));
    }
}
