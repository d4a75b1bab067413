using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed again and again while it changes the data key; every row opens at every moment, and at the end one key is left.</summary>
public sealed class KeyRotationKillTests
{
    private const int Batch = 100;
    private static readonly int Cards = LongRun.Pick(200, 400);

    /// <summary>
    /// For each start, milliseconds after the button was pressed, or after the start that goes on by itself: what lies there then is opened, and at the
    /// last the plug is pulled.
    /// </summary>
    private static readonly int[][] Cuts = LongRun.Pick<int[][]>([[10, 80, 200]], [[10], [30], [80], [140], [200], [400]]);

    [SqliteFact]
    public async Task Killed_while_the_key_is_changed_every_row_opens_and_the_next_start_goes_on()
    {
        var before = await OfficeServer.WithOfficeAsync(ownKeys: true);
        before.Clock.SetTo(DateTimeOffset.UtcNow);
        await before.AddUserAsync("admin", (await before.FirstVillageAsync()).Value, Roles.SystemAdministrator);
        for (var from = 0; from < Cards; from += Batch)
        {
            await before.IssueAsync(Batch, from: from);
        }

        var first = before.Services.GetRequiredService<DataKeyStore>().Keys.Set.Current.Number;
        // Never started: its folder is the program's alone.
        await using var after = await before.RestartAsync();
        List<string> copies = [];
        foreach (var cuts in Cuts)
        {
            using (var program = await RealProgram.StartAsync(after.Folder))
            {
                var desk = new OfficeBrowser(program.Http);
                await desk.OpenAsync("/Account/Login");
                await desk.SendAsync(("登录名", "admin"), ("密码", OfficeServer.Password));
                await desk.OpenAsync("/Administration/DataKeys");
                // Refused while the one before is under way.
                await desk.PressAsync("换一把新密钥");
                copies.AddRange(await program.CutAsync(cuts));
            }
        }

        foreach (var copy in copies)
        {
            await using var left = OfficeServer.Over(copy, DateTimeOffset.UtcNow);
            await EverythingOpensAndOneKeyIsLeftAsync(left, first);
        }
    }

    private static async Task EverythingOpensAndOneKeyIsLeftAsync(OfficeServer server, uint first)
    {
        var opened = await server.InDbAsync(async db => (
            (await db.Passes.ToListAsync()).Count(pass => pass.Holder.Name.Value.StartsWith('马')), (await db.Declarations.ToListAsync()).Count(form => form.TemperatureReadings.Count == 1)));
        Assert.Equal((Cards, Cards), opened);
        var dataKeys = server.Services.GetRequiredService<DataKeyStore>();
        await Eventually.TrueAsync(() => dataKeys.Keys.Set.Keys.Count == 1);
        var left = Assert.Single(dataKeys.Keys.Set.Keys).Number;
        Assert.NotEqual(first, left);
        Assert.Equal([left], await server.KeysInUseAsync());
        Assert.Equal((Cards, Cards), await server.InDbAsync(async db => ((await db.Passes.ToListAsync()).Count, (await db.Declarations.ToListAsync()).Count)));
    }
}
