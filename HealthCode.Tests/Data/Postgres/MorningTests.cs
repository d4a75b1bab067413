using System.Diagnostics;
using System.Net;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace HealthCode.Tests.Data.Postgres;

/// <summary>早上八点: the clerks of all offices of a county sign in at once and go to work.</summary>
[Collection(County.Name)]
public sealed class MorningTests(County county, ITestOutputHelper output)
{
    private static readonly int Offices = LongRun.Pick(60, 300);

    // Each sign-in costs a tenth of a second of processor time, deliberately; on two cores, where the browsers are too, those of 300 offices take half a minute, on a busy machine several times that.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(LongRun.Pick(2, 8));

    [Fact]
    public async Task All_offices_that_sign_in_at_eight_and_save_a_form_are_served_and_nobody_meets_a_fault()
    {
        List<string> users = [];
        for (var i = 0; i < Offices; i++)
        {
            users.Add(await county.NewClerkAsync());
        }

        var begun = Stopwatch.StartNew();
        var done = await Task.WhenAll(users.Select((user, i) => Task.Run(() => MorningAsync(user, new([127, 1, (byte)(i / 250), (byte)(1 + (i % 250))]))))).WaitAsync(Longest);

        var seconds = done.Select(each => each.Took.TotalSeconds).Order().ToList();
        output.WriteLine($"{Offices} offices: all done after {begun.Elapsed.TotalSeconds:F1} s; half within {seconds[seconds.Count / 2]:F1} s, the last after {seconds[^1]:F1} s");
        var keys = done.Select(each => each.FormKey).ToList();
        Assert.Equal(Offices, await county.Office.InDbAsync(db => db.Declarations.IgnoreQueryFilters().CountAsync(form => keys.Contains(form.FormKey))));
        Assert.Empty((await county.Office.ChainAsync()).Faults);
    }

    private async Task<(string FormKey, TimeSpan Took)> MorningAsync(string user, IPAddress pc)
    {
        var begun = Stopwatch.StartNew();
        var desk = county.Browser(from: pc);
        await County.SignInAsync(desk, user);
        Assert.Equal((HttpStatusCode.OK, "/"), (desk.Status, desk.Address));
        foreach (var page in (string[])["/Declarations", "/Review", "/Passes", "/Declarations/Create"])
        {
            await desk.OpenAsync(page);
            Assert.Equal((HttpStatusCode.OK, page), (desk.Status, desk.Address));
        }

        var form = desk.Form();
        await desk.SavedAsync("/Declarations/Create?then=details", form);
        return (form.Single(field => field.Key == "Input.FormKey").Value, begun.Elapsed);
    }
}
