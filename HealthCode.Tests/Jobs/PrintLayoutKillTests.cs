using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed while it begins, lays out and checks print runs; every card is in exactly one state, and nothing comes twice.</summary>
public sealed class PrintLayoutKillTests
{
    private const int Group = 80;

    /// <summary>
    /// For each start what is done: a run is begun, or one that is laid out is checked, and so many milliseconds after the button was pressed what lies
    /// there is looked at. At the last of a start the plug is pulled.
    /// </summary>
    private static readonly Act[][] Starts = LongRun.Pick<Act[][]>(
        [[new(Begins: true, 5), new(Begins: true, 140), new(Begins: false, 60)]],
        [[new(Begins: true, 5)], [new(Begins: true, 60)], [new(Begins: true, 140)], [new(Begins: true, 300)], [new(Begins: false, 5)], [new(Begins: false, 60)]]);

    private static readonly int Cards = Group * Starts.Sum(acts => acts.Count(act => act.Begins));

    private int _begun;

    [SqliteFact]
    public async Task Killed_during_print_runs_every_card_is_in_exactly_one_state_and_every_run_is_finished_afterwards()
    {
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(DateTimeOffset.UtcNow);
        var office = await before.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await before.AddUserAsync("yiren", office, Roles.Clerk);
        await before.IssueAsync(Cards, Group);
        await using var after = await before.RestartAsync();

        List<string> copies = [];
        foreach (var acts in Starts)
        {
            using var program = await RealProgram.StartAsync(after.Folder);
            copies.AddRange(await CutAsync(program, acts));
        }

        foreach (var copy in copies)
        {
            await using var left = OfficeServer.Over(copy, DateTimeOffset.UtcNow);
            await FinishedAsync(left);
        }
    }

    /// <summary>Now the office starts the program as on any morning.</summary>
    private static async Task FinishedAsync(OfficeServer server)
    {
        var desk = await server.SignedInAsync("yiren");
        await InvariantsAsync(server);
        foreach (var run in await server.InDbAsync(db => db.PrintRuns.Where(run => run.State != PrintRunState.Checked).Select(run => run.Id).ToListAsync()))
        {
            await CheckedAsync(desk, run);
        }

        await InvariantsAsync(server);
        await desk.OpenAsync("/Printing");
        if (!desk.Text.Contains("没有要打印的卡", StringComparison.Ordinal))
        {
            await desk.PressAsync("排版，准备打印");
            await CheckedAsync(desk, long.Parse(desk.Address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.All(await server.InDbAsync(db => db.Passes.ToListAsync()), pass => Assert.Equal((PassState.Printed, null), (pass.State, pass.PrintRunId)));
        var good = (await SheetsAsync(server)).Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds).ToList();
        Assert.Equal(Cards, good.Count);
        Assert.Equal(good.Count, good.Distinct().Count());
    }

    /// <summary>Signs in and does these things; gives copies of what lay there during each.</summary>
    private async Task<IReadOnlyList<string>> CutAsync(RealProgram program, Act[] acts)
    {
        var desk = new OfficeBrowser(program.Http);
        await desk.OpenAsync("/Account/Login");
        await desk.SendAsync(("登录名", "yiren"), ("密码", OfficeServer.Password));
        var pressed = Task.CompletedTask;
        var copies = await program.CutAsync(acts, async act =>
        {
            await pressed;
            await desk.OpenAsync(act.Begins ? $"/Printing?Input.Whose=g:{++_begun}组" : "/Printing");
            if (act.Begins || await OpenRunAsync(desk))
            {
                pressed = PressAsync(desk, act.Begins ? "排版，准备打印" : "核对完了");
                await Task.Delay(act.Delay);
            }
        });
        await pressed;
        return copies;
    }

    private static async Task<bool> OpenRunAsync(OfficeBrowser desk)
    {
        if (desk.Page.QuerySelector(".note.warn a")?.GetAttribute("href") is not { } run)
        {
            return false;
        }

        await desk.OpenAsync(run);
        await desk.ShowsSoonAsync("核对完了");
        return true;
    }

    /// <summary>The answer may be lost with the program.</summary>
    private static async Task PressAsync(OfficeBrowser desk, string button)
    {
        try
        {
            await desk.PressAsync(button);
        }
        catch (Exception fault) when (RealProgram.IsUnplugged(fault) || fault is InvalidOperationException)
        {
        }
    }

    private static async Task CheckedAsync(OfficeBrowser desk, long run)
    {
        await desk.OpenAsync($"/Printing/Run/{run}");
        await desk.ShowsSoonAsync("核对完了");
        await desk.PressAsync("核对完了");
    }

    /// <summary>A card waits outside every run, or lies once in the one open run it names, or is printed and left it.</summary>
    private static async Task InvariantsAsync(OfficeServer server)
    {
        var runs = await server.InDbAsync(db => db.PrintRuns.Include(run => run.Sheets).ToListAsync());
        var lying = runs.SelectMany(run => run.ToPrint.SelectMany(sheet => sheet.PassIds), (run, pass) => (Pass: pass, Run: run.Id)).ToList();
        Assert.Equal(lying.Count, lying.Select(place => place.Pass).Distinct().Count());
        var runOf = lying.ToDictionary(place => place.Pass, place => place.Run);
        var good = runs.SelectMany(run => run.Sheets).Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds).ToHashSet();
        foreach (var pass in await server.InDbAsync(db => db.Passes.ToListAsync()))
        {
            Assert.Equal(runOf.TryGetValue(pass.Id, out var run) ? run : (long?)null, pass.PrintRunId);
            Assert.Equal(good.Contains(pass.Id) ? PassState.Printed : PassState.AwaitingPrint, pass.State);
        }
    }

    private static async Task<List<PrintSheet>> SheetsAsync(OfficeServer server) =>
        [.. (await server.InDbAsync(db => db.PrintRuns.Include(run => run.Sheets).ToListAsync())).SelectMany(run => run.Sheets)];

    /// <param name="Begins">A run, otherwise checks one.</param>
    /// <param name="Delay">Milliseconds after the button was pressed.</param>
    private sealed record Act(bool Begins, int Delay);
}
