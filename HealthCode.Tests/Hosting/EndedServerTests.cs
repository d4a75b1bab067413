using System.Runtime.CompilerServices;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;

namespace HealthCode.Tests.Hosting;

/// <summary>A server that has ended leaves nothing in memory: the tests start a thousand in one process, and a timer that is left keeps a whole server.</summary>
public sealed class EndedServerTests
{
    [Fact]
    public async Task Of_a_server_that_has_ended_nothing_is_kept()
    {
        var ended = await WorkAndEndAsync();

        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !ended.IsAlive;
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> WorkAndEndAsync()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await server.SignedInUserAsync("luru", (await server.FirstVillageAsync()).Value, Roles.Clerk);
        await desk.OpenAsync("/Declarations/Create");
        Assert.Equal("/Declarations/Create", desk.Address);
        return new(server.Services);
    }
}
