using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Reports;

/// <summary>督查表.</summary>
[Collection(DemoVillage.Name)]
public sealed class SupervisionReportTests(DemoVillage demo)
{
    private const string Days = "DecidedOn BETWEEN '2026-10-21' AND '2026-11-20'";

    [Fact]
    public async Task Refusals_returns_and_the_longest_waits_are_what_the_database_holds()
    {
        var sheet = await demo.DrawAsync(new SupervisionReport(), demo.Month);

        Assert.Empty(sheet.Faults);
        Assert.Equal("0", Of(sheet, "无依据的不予办理").Single()[4]);
        Assert.Equal(await demo.CountAsync($"SELECT count(*) FROM ReviewDecisions WHERE Outcome = 3 AND {Days}"), Of(sheet, "不予办理（经办人）").Sum(row => long.Parse(row[4], CultureInfo.InvariantCulture)));
        Assert.Equal(
            await demo.Server.InDbAsync(async db => (await db.Set<ReviewDecision>().Where(each => each.Outcome == ReviewOutcome.ReturnForCorrection && each.DecidedOn >= demo.Month.FirstDay && each.DecidedOn <= demo.Month.LastDay).ToListAsync()).Sum(each => each.MissingItems.Count)),
            Of(sheet, "退回补正（事项）").Sum(row => long.Parse(row[4], CultureInfo.InvariantCulture)));
        var longest = Of(sheet, "等候最久");
        Assert.Equal(10, longest.Count);
        var first = DateTimeOffset.Parse(Assert.Single(await demo.Server.RawAsync<string>("SELECT min(WaitingSince) FROM Declarations WHERE State = 1")), CultureInfo.InvariantCulture);
        Assert.Equal(Math.Round((DemoVillage.Now - first).TotalHours, 1), double.Parse(longest[0][5], CultureInfo.InvariantCulture));
        Approved.Matches("supervision", sheet.Text);
    }

    [Fact]
    public async Task A_refusal_without_a_ground_would_be_seen()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await RefusedAsync(server);
        Assert.Equal(0, (await RowsAsync(server))[0][3]);

        // No verb of ours does this; somebody who has file and keys could.
        var none = server.Services.GetRequiredService<DataKeyStore>().Keys.Encrypt("[]", "ReviewDecisions.Clauses");
        await server.ExecuteAsync($"UPDATE ReviewDecisions SET Clauses = x'{Convert.ToHexString(none)}'");

        Assert.Equal(1, (await RowsAsync(server))[0][3]);
    }

    [Fact]
    public async Task A_form_returned_twice_is_named_and_waits_anew_each_time()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var declaration = await SubmittedAsync(db);
            db.Declarations.Add(declaration);
            declaration.ReturnForCorrection(new(), ["第(6)项"], "", 1, LawfulCase.Reviewer, LawfulCase.Now.AddHours(1), LawfulCase.Today);
            await db.SaveChangesAsync();
            declaration.Correct(LawfulCase.Form, "补齐", LawfulCase.Clerk, LawfulCase.Now.AddHours(3), LawfulCase.Today);
            declaration.Correct(LawfulCase.Form, "改错字", LawfulCase.Clerk, LawfulCase.Now.AddHours(4), LawfulCase.Today);
            declaration.ReturnForCorrection(new(), [], "看不清", 3, LawfulCase.Reviewer, LawfulCase.Now.AddHours(5.5), LawfulCase.Today);
        }));

        var rows = await RowsAsync(server);

        Assert.Equal([2.5m, 1m], rows.Where(row => (string?)row[0] == "等候最久").Select(row => row[4]));
        Assert.Equal(["第(6)项", "（没有勾选事项，只写了理由）"], rows.Where(row => (string?)row[0] == "退回补正（事项）").Select(row => (string?)row[2]).OrderDescending());
        Assert.Equal(2, Assert.Single(rows, row => (string?)row[0] == "多次退回")[3]);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Of(Spreadsheet sheet, string kind) => [.. sheet.Body.Where(row => row[1] == kind)];

    private static Task<List<object?[]>> RowsAsync(OfficeServer server) => server.InDbAsync(async db =>
        await (await new SupervisionReport().TableAsync(db, new(LawfulCase.Today, LawfulCase.Today, LawfulCase.Now.AddHours(7)))).Rows.ToListAsync());

    private static Task RefusedAsync(OfficeServer server) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var declaration = await SubmittedAsync(db);
        declaration.Refuse(LawfulCase.NothingFound.With(new(RefusalClause.CloseContact) { Applies = true }), "当面说明", 1, LawfulCase.Pack, LawfulCase.Reviewer, LawfulCase.Now, LawfulCase.Today);
        db.Declarations.Add(declaration);
    }));

    private static async Task<Declaration> SubmittedAsync(OfficeDb db)
    {
        var office = await db.Offices.SingleAsync();
        return Declaration.Submit(office, await db.NextDeclarationNumberAsync(office, LawfulCase.Today), "form-1", LawfulCase.Form, LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today);
    }
}
