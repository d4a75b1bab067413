using System.Collections.Concurrent;
using System.Net;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace HealthCode.Tests.Data.Postgres;

/// <summary>主库坏了: two servers behind nginx on a primary that dies, and its standby.</summary>
public sealed class FailoverTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_primary_that_dies_under_load_is_replaced_by_its_standby_and_everybody_works_on()
    {
        using var primary = PostgresCluster.Create();
        using var standby = primary.Standby(synchronous: true);
        primary.Execute("CREATE DATABASE healthcode");
        var county = new County { Servers = 2, Database = primary.ConnectionString("healthcode", standby) };
        try
        {
            await county.InitializeAsync();
            await WorkThroughAsync(county, primary, standby);
        }
        finally
        {
            await county.DisposeAsync();
        }
    }

    private async Task WorkThroughAsync(County county, PostgresCluster primary, PostgresCluster standby)
    {
        const int clerks = 6;
        const int each = 6;
        var desks = new List<OfficeBrowser>();
        for (var i = 0; i <= clerks; i++)
        {
            desks.Add(await County.SignInAsync(county.Browser(), await county.NewClerkAsync()));
        }

        var (saved, repeated) = (new ConcurrentBag<string>(), 0);
        using var midway = new SemaphoreSlim(0);
        var work = desks.Skip(1).Select(desk => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                Interlocked.Add(ref repeated, await CountyDesk.InsistAsync(() => OpenedAsync(desk)));
                // Nobody is led to the sign-in.
                Assert.Equal("/Declarations/Create", desk.Address);
                var form = desk.Form();
                Interlocked.Add(ref repeated, await CountyDesk.InsistAsync(() => desk.SavedAsync("/Declarations/Create?then=details", form)));
                saved.Add(Key(form));
                midway.Release();
            }
        })).ToList();
        var first = desks[0];
        await OpenedAsync(first);
        var typed = first.Form();
        for (var i = 0; i < clerks; i++)
        {
            await midway.WaitAsync();
        }

        primary.Kill();
        // A sentence; what was typed stays in the browser.
        var said = await Assert.ThrowsAsync<CutOffException>(() => first.SavedAsync("/Declarations/Create?then=details", typed));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, said.Status);
        Assert.Contains("连不上数据库", said.Page, StringComparison.Ordinal);

        standby.Promote();
        await CountyDesk.InsistAsync(() => first.SavedAsync("/Declarations/Create?then=details", typed));
        saved.Add(Key(typed));
        await Task.WhenAll(work);

        output.WriteLine($"{saved.Count} forms, {repeated} requests repeated");
        Assert.Equal((clerks * each) + 1, saved.Count);
        var kept = await county.Office.InDbAsync(db => db.Declarations.IgnoreQueryFilters().Select(form => form.FormKey).ToListAsync());
        Assert.Equal(saved.Order(), kept.Order());
        Assert.Empty((await county.Office.ChainAsync()).Faults);
        Assert.Equal(false, standby.Value("SELECT pg_is_in_recovery()"));
    }

    private static async Task OpenedAsync(OfficeBrowser desk)
    {
        await desk.OpenAsync("/Declarations/Create");
        if (desk.Status != HttpStatusCode.OK)
        {
            Assert.True(desk.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway, $"{desk.Status} {desk.Text}");
            throw new CutOffException(desk.Status, desk.Html);
        }
    }

    private static string Key(List<KeyValuePair<string, string>> form) => form.Single(field => field.Key == "Input.FormKey").Value;
}
