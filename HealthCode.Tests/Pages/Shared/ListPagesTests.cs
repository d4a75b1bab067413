using System.Net;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Seals;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Shared;

/// <summary>清单: every list that can grow shows thirty rows a page, and is sorted by each of its heads, both ways.</summary>
public sealed class ListPagesTests
{
    private const int Rows = 65;

    /// <summary>The lists of an office in 宁夏, and in which table their rows lie.</summary>
    private static readonly (string Address, string? Table)[] InNingxia =
    [
        ("/Passes?list=print", null), ("/Declarations?State=Approved", null), ("/Residents", null),
        ("/Verification/Incidents", "GateIncidents"), ("/Verification/Checkpoints", "Checkpoints"), ("/Requests", "Requests"), ("/PaperBoxes", "PaperBoxes"),
        ("/Stock", "StockEntries"), ("/Seals", "SealUses"), ("/HealthStatuses/FollowUps", "FollowUps"),
        ("/Supervision/Complaints", "RecognitionComplaints"), ("/Supervision/Inspections", "Inspections"), ("/Supervision/SelfChecks", "SelfChecks"),
        ("/Supervision/RiskAreas", "RiskAreas"), ("/Supervision/Supplies", "SupplyEntries"), ("/Supervision/Supply/1", "SupplyEntries"),
    ];

    [Fact]
    public async Task Each_list_has_a_third_page_and_is_sorted_by_each_head_both_ways()
    {
        using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var cards = await server.IssueAsync(Rows);
        await server.AddResidentsAsync(Rows);
        await server.SuperviseAsync(office, cards[0]);
        await server.InDbAsync(db => db.InOneTransactionAsync(() => AddOneOfEachAsync(db, cards[0])));
        foreach (var table in InNingxia.Select(list => list.Table).OfType<string>().Distinct())
        {
            await server.InDbAsync(db => MultiplyAsync(db, table));
        }

        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper);
        List<string> wrong = [];
        foreach (var (address, _) in InNingxia)
        {
            wrong.AddRange(await FaultsAsync(desk, address));
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task The_lists_of_the_administrators_have_pages_and_heads_too()
    {
        using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.AddUserAsync("guanli", office, Roles.SystemAdministrator);
        await server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.JobRuns.Add(new() { Job = "audit", ForDay = LawfulCase.Today.AddDays(-1), StartedAt = LawfulCase.Now, EndedAt = LawfulCase.Now, Result = "没有改动", Succeeded = true });
            return Task.CompletedTask;
        }));
        await server.InDbAsync(db => MultiplyAsync(db, "JobRuns"));
        for (var i = 1; i < Rows; i++)
        {
            await server.AddUserAsync($"user{i}", office, Roles.Clerk);
        }

        var desk = await server.SignedInAsync("guanli");

        Assert.Equal([], await FaultsAsync(desk, "/Administration/Jobs"));
        Assert.Equal([], await FaultsAsync(desk, "/Administration/Users", await server.InDbAsync(db => db.Users.CountAsync())));
        Assert.Equal([], await FaultsAsync(desk, "/Audit", await server.InDbAsync(db => db.AuditRecords.CountAsync())));
    }

    [Fact]
    public async Task The_lists_of_who_waits_for_review_have_pages_heads_and_a_search()
    {
        using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var (of, clock) = (await db.Offices.SingleAsync(), server.Services.GetRequiredService<OfficeClock>());
            for (var i = 0; i < Rows; i++)
            {
                var content = LawfulCase.Form with { Person = LawfulCase.BornOn(new DateOnly(1940, 1, 1).AddDays(i)) };
                db.Declarations.Add(Declaration.Submit(of, await db.NextDeclarationNumberAsync(of, clock.Today), $"form-{i}", content, LawfulCase.Clerk, clock.Now.AddMinutes(i - Rows), clock.Today));
                await db.SaveChangesAsync();
            }
        }));
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Reviewer);

        Assert.Equal([], await FaultsAsync(desk, "/Review"));
        Assert.Equal([], await FaultsAsync(desk, "/Declarations?State=AwaitingReview"));
    }

    [Fact]
    public async Task The_board_of_tips_has_pages_and_heads()
    {
        using var server = await TipCase.ServerAsync();
        await server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            var office = db.Offices.Single();
            db.Tips.AddRange(Enumerable.Range(1, Rows).Select(i => TipCase.At(TipState.Received, number: i, office: office, receivedAt: server.Now.AddHours(-i))));
            return Task.CompletedTask;
        }));

        Assert.Equal([], await FaultsAsync(await server.ClerkAsync(), "/Tips"));
    }

    [Fact]
    public async Task A_sorted_list_really_is_and_keeps_its_filter()
    {
        using var server = await OfficeServer.WithOfficeAsync();
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await server.IssueAsync(Rows);
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk);

        var ascending = await NumbersAsync(desk, "/Passes?list=print&sort=number");
        var descending = await NumbersAsync(desk, "/Passes?list=print&sort=-number");

        Assert.Equal(Rows, ascending.Distinct().Count());
        Assert.Equal(ascending.Order(StringComparer.Ordinal), ascending);
        Assert.Equal(ascending.AsEnumerable().Reverse(), descending);
        Assert.EndsWith("p=3", desk.Address, StringComparison.Ordinal);
        Assert.Contains("list=print", desk.Page.QuerySelector("p.pages a[rel=prev]")!.GetAttribute("href"), StringComparison.Ordinal);
        // Nobody types such a page, but an old link may lead there.
        await desk.OpenAsync("/Passes?list=print&p=999&sort=nonsense");
        Assert.Contains("第 3 页，共 3 页（65 条）", desk.Text, StringComparison.Ordinal);
    }

    private static async Task<List<string>> NumbersAsync(OfficeBrowser desk, string address)
    {
        List<string> numbers = [];
        for (var page = 1; page <= 3; page++)
        {
            await desk.OpenAsync($"{address}&p={page}");
            numbers.AddRange(desk.Page.QuerySelectorAll("tbody td.code").Select(cell => cell.TextContent));
        }

        return numbers;
    }

    /// <summary>What is wrong with the list of a page.</summary>
    private static async Task<List<string>> FaultsAsync(OfficeBrowser desk, string address, int rows = Rows)
    {
        List<string> wrong = [];
        var pages = (rows + 29) / 30;
        await desk.OpenAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}p={pages}");
        if (!desk.Text.Contains($"第 {pages} 页，共 {pages} 页（{rows} 条）", StringComparison.Ordinal))
        {
            wrong.Add($"{address} has no page {pages}: {desk.Status} {desk.Page.QuerySelector("p.pages")?.TextContent}");
        }

        await desk.OpenAsync(address);
        var table = desk.Page.QuerySelectorAll("table.list").Index().FirstOrDefault(each => each.Item.QuerySelector("th[aria-sort]") is not null);
        var heads = table.Item?.QuerySelectorAll("th[aria-sort]").Length ?? 0;
        if (heads == 0)
        {
            wrong.Add($"{address} has no sortable head");
        }

        for (var head = 0; head < heads; head++)
        {
            foreach (var order in new[] { "ascending", "descending" })
            {
                await desk.OpenAsync(desk.Page.QuerySelectorAll("table.list")[table.Index].QuerySelectorAll("th[aria-sort] a")[head].GetAttribute("href")!);
                var now = desk.Page.QuerySelectorAll("table.list").ElementAtOrDefault(table.Index);
                if (desk.Status != HttpStatusCode.OK || now?.QuerySelectorAll("th[aria-sort]")[head].GetAttribute("aria-sort") != order || now.QuerySelectorAll("tbody tr").Length != 30)
                {
                    wrong.Add($"{desk.Address} is not sorted {order} by head {head}: {desk.Status}");
                    await desk.OpenAsync(address);
                }
            }
        }

        return wrong;
    }

    private static async Task AddOneOfEachAsync(OfficeDb db, long card)
    {
        var (office, now, today) = (await db.Offices.SingleAsync(), LawfulCase.Now, LawfulCase.Today);
        var gate = db.Checkpoints.Add(Checkpoint.Open(office, "村口卡点", CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", CheckMode.Port)).Entity;
        await db.SaveChangesAsync();
        db.GateIncidents.Add(GateIncident.Note(gate, CheckVerdict.NotOurs, new() { FoundNormal = false }, "请联系村委会", LawfulCase.Clerk, now, today));
        db.SealUses.Add(SealUse.OnCard(await db.Passes.SingleAsync(pass => pass.Id == card), false, LawfulCase.Clerk, LawfulCase.Reviewer, now, today));
        db.StockEntries.Add(StockEntry.Receive(office, "A6 卡纸", 100, "乡镇发", LawfulCase.Clerk, now, today));
        db.Requests.Add(ResidentRequest.Receive(office, RequestKind.Access, "马德山", "", "看过身份证原件", "想看看", null, LawfulCase.Clerk, now, today));
        db.PaperBoxes.Add(HealthCode.Domain.Archives.PaperBox.Enter(office, "2020-01", "申报表", 9, "柜", today, today, LawfulCase.Clerk, now, today));
        db.FollowUps.Add(FollowUp.Open(office.Code, null, "姓名不知道，在3组", FollowUpSource.Tip, "0001", "上门核查说有疑似", LawfulCase.Clerk, now));
    }

    /// <summary>Copies the first row of a table until it has as many as the test needs. Texts that must be unique are numbered.</summary>
    private static async Task MultiplyAsync(OfficeDb db, string table)
    {
        var entity = db.Model.GetEntityTypes().First(each => each.GetTableName() == table);
        var unique = entity.GetIndexes().Where(index => index.IsUnique).SelectMany(index => index.Properties).Where(property => property.ClrType == typeof(string) && property.Name != "OfficeCode").Select(property => property.GetColumnName()).ToHashSet();
        var columns = await db.Database.SqlQueryRaw<string>(TestDatabase.ColumnsOf(table)).ToListAsync();
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => unique.Contains(column) ? $"\"{column}\" || '-' || i" : $"\"{column}\""));
        await db.Database.ExecuteSqlRawAsync(
            $"""WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows - 1}) INSERT INTO "{table}" ({names}) SELECT {values} FROM n, (SELECT * FROM "{table}" ORDER BY "Id" LIMIT 1) AS original""");
    }
}
