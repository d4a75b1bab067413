using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Jobs;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Printing;

/// <summary>疫情解除日 entered by mistake takes every card off its run; taken back, the cards must be there for the next.</summary>
public sealed class WithdrawnCardsTests
{
    private static readonly DateOnly Today = new(2020, 3, 5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_card_taken_off_its_run_has_left_it(bool laidOut)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await server.SignedInUserAsync("yiren", await server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()), Roles.Clerk, Roles.Reviewer);
        await desk.ApprovedAsync(server);
        var run = await BegunAsync(server, laidOut);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(Today, Today)));

        if (laidOut)
        {
            await desk.OpenAsync($"/Printing/Sheets/{run}");
        }
        else
        {
            server.Services.GetRequiredService<PrintLayoutJob>().Enqueue(run);
        }

        await LaidAnewAsync(server);
        Assert.Null(await server.InDbAsync(db => db.Passes.Select(pass => pass.PrintRunId).SingleAsync()));
        Assert.Empty((await server.InDbAsync(db => db.PrintRuns.Include(each => each.Sheets).SingleAsync())).ToPrint.SelectMany(sheet => sheet.PassIds));
    }

    private static Task<long> BegunAsync(OfficeServer server, bool laidOut) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var (office, pass) = (await db.Offices.SingleAsync(), await db.Passes.SingleAsync());
        var run = PrintRun.Begin(office, CardSheet.A6.Product, [pass], 1, false, "", new("yiren", "测试"), server.Clock.GetUtcNow(), Today);
        db.PrintRuns.Add(run);
        await db.SaveChangesAsync();
        pass.Queue(run.Id, office, Today);
        if (laidOut)
        {
            run.FinishLayout();
        }

        return run.Id;
    }));

    private static Task LaidAnewAsync(OfficeServer server) =>
        Eventually.TrueAsync(() => server.InDbAsync(db => db.PrintRuns.AllAsync(run => run.State != PrintRunState.Laying)));
}
