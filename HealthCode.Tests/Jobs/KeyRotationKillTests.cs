using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the program is killed again and again while it changes the data key; every row opens at every moment, and at the end one key is left.</summary>
public sealed class KeyRotationKillTests
{
    private const int Cards = 400;
    private const int Batch = 100;

    /// <summary>Milliseconds after the button was pressed, or after the start that goes on by itself.</summary>
    private static readonly int[] Kills = LongRun.Pick<int[]>([10, 200], [10, 30, 80, 140, 200, 400]);

    [Fact]
    public async Task Killed_while_the_key_is_changed_every_row_opens_and_the_next_start_goes_on()
    {
        var before = await OfficeServer.WithOfficeAsync(ownKeys: true);
        before.Clock.SetTo(DateTimeOffset.UtcNow);
        await before.AddUserAsync("admin", (await before.FirstVillageAsync()).Value, Roles.SystemAdministrator);
        for (var from = 0; from < Cards; from += Batch)
        {
            await before.IssueAsync(Batch, from: from);
        }

        var first = before.Services.GetRequiredService<DataKeyBox>().Keys.Set.Current.Number;
        // Started only when the last plug has been pulled.
        await using var after = await before.RestartAsync();
        foreach (var delay in Kills)
        {
            using (var program = await RealProgram.StartAsync(after.Folder))
            {
                var desk = new OfficeBrowser(program.Http);
                await desk.OpenAsync("/Account/Login");
                await desk.SendAsync(("登录名", "admin"), ("密码", OfficeServer.Password));
                await desk.OpenAsync("/Administration/DataKeys");
                // Refused while the one before is under way.
                await desk.PressAsync("换一把新密钥");
                await Task.Delay(delay);
                await program.KillAsync();
            }
        }

        after.Clock.SetTo(DateTimeOffset.UtcNow);
        var opened = await after.InDb(async db => (
            (await db.Passes.ToListAsync()).Count(pass => pass.Holder.Name.Value.StartsWith('马')), (await db.Declarations.ToListAsync()).Count(form => form.TemperatureReadings.Count == 1)));
        Assert.Equal((Cards, Cards), opened);
        var box = after.Services.GetRequiredService<DataKeyBox>();
        await Eventually.TrueAsync(() => box.Keys.Set.Keys.Count == 1);
        var left = Assert.Single(box.Keys.Set.Keys).Number;
        Assert.NotEqual(first, left);
        Assert.Equal([left], await after.KeysInUseAsync());
        Assert.Equal((Cards, Cards), await after.InDb(async db => ((await db.Passes.ToListAsync()).Count, (await db.Declarations.ToListAsync()).Count)));
    }
}
