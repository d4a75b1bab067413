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
    private static readonly int[] BeginKills = LongRun.Pick<int[]>([5, 140], [5, 60, 140, 300]);
    private static readonly int[] CheckKills = LongRun.Pick<int[]>([60], [5, 60]);

    [Fact]
    public async Task Killed_during_print_runs_every_card_is_in_exactly_one_state_and_every_run_is_finished_afterwards()
    {
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(DateTimeOffset.UtcNow);
        var office = await before.InDb(db => db.Offices.Select(each => each.Code).SingleAsync());
        await before.AddUserAsync("yiren", office, Roles.Clerk);
        await before.IssueAsync(Group * BeginKills.Length, Group);
        await using var after = await before.RestartAsync();
        after.Clock.SetTo(DateTimeOffset.UtcNow);

        for (var i = 0; i < BeginKills.Length; i++)
        {
            await KilledAsync(after.Folder, BeginKills[i], $"/Printing?Input.Whose=g:{i + 1}组", "排版，准备打印");
        }

        foreach (var delay in CheckKills)
        {
            await KilledAsync(after.Folder, delay, "/Printing", "核对完了", followOpenRun: true);
        }

        // Now the office starts the program as on any morning.
        var desk = await after.SignedInAsync("yiren");
        await InvariantsAsync(after);
        foreach (var run in await after.InDb(db => db.PrintRuns.Where(run => run.State != PrintRunState.Checked).Select(run => run.Id).ToListAsync()))
        {
            await CheckedAsync(desk, run);
        }

        await InvariantsAsync(after);
        await desk.OpenAsync("/Printing");
        if (!desk.Text.Contains("没有要打印的卡", StringComparison.Ordinal))
        {
            await desk.PressAsync("排版，准备打印");
            await CheckedAsync(desk, long.Parse(desk.Address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.All(await after.InDb(db => db.Passes.ToListAsync()), pass => Assert.Equal((PassState.Printed, null), (pass.State, pass.PrintRunId)));
        var good = (await Sheets(after)).Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds).ToList();
        Assert.Equal(Group * BeginKills.Length, good.Count);
        Assert.Equal(good.Count, good.Distinct().Count());
    }

    /// <summary>Starts the program, presses a button, and pulls the plug so many milliseconds later.</summary>
    private static async Task KilledAsync(string folder, int delay, string page, string button, bool followOpenRun = false)
    {
        using var program = await RealProgram.StartAsync(folder);
        var desk = new OfficeBrowser(program.Http);
        await desk.OpenAsync("/Account/Login");
        await desk.SendAsync(("登录名", "yiren"), ("密码", OfficeServer.Password));
        await desk.OpenAsync(page);
        if (followOpenRun && !await OpenRunAsync(desk))
        {
            await program.KillAsync();
            return;
        }

        var pressed = PressAsync(desk, button);
        await Task.Delay(delay);
        await program.KillAsync();
        await pressed;
    }

    private static async Task<bool> OpenRunAsync(OfficeBrowser desk)
    {
        if (desk.Page.QuerySelector(".note.warn a")?.GetAttribute("href") is not { } run)
        {
            return false;
        }

        await desk.OpenAsync(run);
        await desk.SaysAsync("核对完了");
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
        await desk.SaysAsync("核对完了");
        await desk.PressAsync("核对完了");
    }

    /// <summary>A card waits outside every run, or lies once in the one open run it names, or is printed and left it.</summary>
    private static async Task InvariantsAsync(OfficeServer server)
    {
        var runs = await server.InDb(db => db.PrintRuns.Include(run => run.Sheets).ToListAsync());
        var lying = runs.SelectMany(run => run.ToPrint.SelectMany(sheet => sheet.PassIds), (run, pass) => (Pass: pass, Run: run.Id)).ToList();
        Assert.Equal(lying.Count, lying.Select(place => place.Pass).Distinct().Count());
        var runOf = lying.ToDictionary(place => place.Pass, place => place.Run);
        var good = runs.SelectMany(run => run.Sheets).Where(sheet => sheet.State == SheetState.Good).SelectMany(sheet => sheet.PassIds).ToHashSet();
        foreach (var pass in await server.InDb(db => db.Passes.ToListAsync()))
        {
            Assert.Equal(runOf.TryGetValue(pass.Id, out var run) ? run : (long?)null, pass.PrintRunId);
            Assert.Equal(good.Contains(pass.Id) ? PassState.Printed : PassState.AwaitingPrint, pass.State);
        }
    }

    private static async Task<List<PrintSheet>> Sheets(OfficeServer server) =>
        [.. (await server.InDb(db => db.PrintRuns.Include(run => run.Sheets).ToListAsync())).SelectMany(run => run.Sheets)];
}
