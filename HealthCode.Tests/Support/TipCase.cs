using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Tips;
using HealthCode.Web.Data;
using HealthCode.Web.Security;
using HealthCode.Web.Tips;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>Lawful tips in every state, so that a test changes one thing.</summary>
public static class TipCase
{
    public const string ReporterName = "丁举报";

    public const string ReporterPhone = "13900005678";

    public const string Place = "样例村3组 马家商店旁";

    /// <summary>The province whose notices know the desk.</summary>
    public static RulePack Pack => Hainan.Pack;

    public static TipTerms Terms => Pack.Tips!;

    public static TipContent Clue { get; } = new(TipKind.Clue, "", "symptoms", PersonName.Restore("纳福贵"), Place, "咳了三天，没有出门");

    public static TipContent Gathering { get; } = new(TipKind.Supervision, "群众聚集活动", "", null, Place, "十几个人在屋里打牌");

    public static TipReporter Named { get; } = new(PersonName.Restore(ReporterName), PhoneNumber.Restore(ReporterPhone));

    public static TipReporter Unknown { get; } = new(null, null);

    public static Office Office() => VenueCase.Office(Pack);

    public static TipAreaDetails Details(string name = "3组", string worker = "马晓燕", params string[] others) =>
        new(name, others, TipAreaRole.GridWorker, PersonName.Restore(worker), PhoneNumber.Restore("13800000001"), LawfulCase.Today.AddDays(-10));

    public static TipArea Area(Office? office = null, string name = "3组", string worker = "马晓燕", params string[] others) =>
        TipArea.Enter(office ?? Office(), Details(name, worker, others), [], LawfulCase.Today);

    /// <summary>A tip that has come to a state, an hour a step.</summary>
    public static Tip At(TipState state, TipContent? content = null, TipReporter? reporter = null, int number = 1, Office? office = null, DateTimeOffset? receivedAt = null, TipArea? area = null, bool isSuspected = false)
    {
        var (from, at) = (office ?? Office(), receivedAt ?? LawfulCase.Now.AddHours(-5));
        area ??= Area(from);
        var tip = Tip.Receive(from, number, content ?? Clue, reporter ?? Named, area, TipSettings.Usual(from), Terms, LawfulCase.Clerk, at);
        if (state == TipState.Linked)
        {
            tip.LinkTo(Tip.Receive(from, number + 1, content ?? Clue, Unknown, area, TipSettings.Usual(from), Terms, LawfulCase.Clerk, at), false);
            return tip;
        }

        Action[] steps =
        [
            () => tip.Dispatch(area, tip.DispatchedAt, LawfulCase.Reviewer, at.AddHours(1)), () => tip.NoteVisit(at.AddHours(2), at.AddHours(2)),
            () => tip.NoteFeedback("已劝散", isSuspected, LawfulCase.Clerk, at.AddHours(3)), () => tip.Report("镇疫情防控指挥部", at.AddHours(4), LawfulCase.Clerk, at.AddHours(4)),
        ];
        foreach (var step in steps.Take((int)state - 1))
        {
            step();
        }

        return tip;
    }

    /// <summary>A server with an office of the province that knows the desk.</summary>
    public static Task<OfficeServer> ServerAsync(bool onPort = false) => OfficeServer.WithOfficeAsync(onPort: onPort, pack: Pack);

    /// <summary>Signs in a dispatcher, who is a reviewer, too.</summary>
    public static async Task<OfficeBrowser> DispatcherAsync(this OfficeServer server, string name = "paifa") =>
        await server.SignedInUserAsync(name, await server.InDbAsync(db => db.Offices.OrderBy(office => office.Code).Select(office => office.Code).FirstAsync()), Roles.Reviewer);

    /// <summary>Adds a line of the 辖区表; returns its key.</summary>
    public static Task<long> AddAreaAsync(this OfficeServer server, string name = "3组", string worker = "马晓燕", params string[] others) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var area = db.TipAreas.Add(Area(await db.Offices.OrderBy(office => office.Code).FirstAsync(), name, worker, others)).Entity;
        await db.SaveChangesAsync();
        return area.Id;
    }));

    /// <summary>Adds a tip that has come to a state some hours ago; returns its key.</summary>
    public static Task<long> AddTipAsync(
        this OfficeServer server, TipState state = TipState.Received, TipContent? content = null, TipReporter? reporter = null, double hoursAgo = 5, string? officeCode = null, bool isSuspected = false) =>
        server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.OrderBy(each => each.Code).FirstAsync(each => officeCode == null || each.Code == officeCode);
            var told = content ?? Clue;
            var area = await db.TipAreaOfAsync(office.Code, told.Place, server.Today);
            var tip = db.Tips.Add(At(state, told, reporter, await db.NextTipNumberAsync(office), office, server.Now.AddHours(-hoursAgo), area, isSuspected)).Entity;
            await db.SaveChangesAsync();
            return tip.Id;
        }));
}
