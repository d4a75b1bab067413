using System.Globalization;
using System.Net;
using HealthCode.Domain.Offices;
using HealthCode.Web.Auditing;
using HealthCode.Web.Foundation;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>What a clerk of a county does, and what he does again when an answer did not come.</summary>
internal static class CountyDesk
{
    private static int _users;
    private static int _people;

    private static DateOnly Today => DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>The form fields of somebody whom no other test of the county has.</summary>
    public static (string Field, string? Value)[] NewVillager() => Villager.At(Interlocked.Increment(ref _people));

    /// <summary>A clerk and reviewer in an office of his own; returns his user name.</summary>
    public static async Task<string> NewClerkAsync(this County county)
    {
        var number = Interlocked.Increment(ref _users);
        // From the last on: among the first is that of the backup that is brought in.
        var village = await county.Office.InDbAsync(db => db.Divisions.Where(division => division.Level == 5).OrderByDescending(division => division.Code).Select(division => division.Code).Skip(number).FirstAsync());
        var office = (await county.Office.AddOfficeAsync(DivisionCode.Parse(village))).Code;
        var user = string.Create(CultureInfo.InvariantCulture, $"clerk{number}");
        await county.Office.AddUserAsync(user, office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper);
        return user;
    }

    /// <summary>The filled-in form of the page.</summary>
    public static List<KeyValuePair<string, string>> Form(this OfficeBrowser desk, (string Field, string? Value)[]? villager = null) => desk.FieldsWith(
        PaperForm.Filled, [.. villager ?? NewVillager(), ("TravelOn", Typed(Today.AddDays(1))), ("SignedOn", Typed(Today))]);

    /// <summary>Keys a form; returns the id of the declaration.</summary>
    public static async Task<long> KeyedAsync(this OfficeBrowser desk, (string Field, string? Value)[]? villager = null)
    {
        await desk.OpenAsync("/Declarations/Create?then=details");
        return await desk.SavedAsync("/Declarations/Create?then=details", desk.Form(villager));
    }

    /// <summary>Keys a form and approves it.</summary>
    public static async Task ApprovedAsync(this OfficeBrowser desk)
    {
        var form = await desk.KeyedAsync();
        await desk.OpenAsync($"/Review/Decide/{form}");
        await desk.SavedAsync($"/Review/Decide/{form}?handler=Approve", desk.FieldsWith(PaperForm.NothingFound));
    }

    /// <summary>Posts a form and is told that it is saved.</summary>
    /// <returns>The number that the answer leads to.</returns>
    /// <exception cref="CutOffException">A server or the database does not answer.</exception>
    public static async Task<long> SavedAsync(this OfficeBrowser desk, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await desk.Http.PostAsync(address, content);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.ServiceUnavailable)
        {
            throw new CutOffException(answer.StatusCode, text);
        }

        Assert.True((int)answer.StatusCode is 302 or 303, $"{address}: {(int)answer.StatusCode} {text}");
        return long.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>Asks, and asks again as long as the answer is that it cannot be done now.</summary>
    /// <returns>How often it was repeated.</returns>
    public static async Task<int> InsistAsync(Func<Task> ask)
    {
        var asked = 0;
        await Eventually.TrueAsync(async () =>
        {
            asked++;
            try
            {
                await ask();
                return true;
            }
            catch (Exception fault) when (RealProgram.IsUnplugged(fault) || fault is CutOffException)
            {
                return false;
            }
        });
        return asked - 1;
    }

    /// <summary>The antiforgery token of the page.</summary>
    public static KeyValuePair<string, string> Token(this OfficeBrowser desk) =>
        new(WebForm.Token, desk.Page.QuerySelector($"input[name={WebForm.Token}]")!.GetAttribute("value")!);

    /// <summary>Verifies the chain of the audit.</summary>
    public static async Task<AuditChainReport> ChainAsync(this OfficeServer server)
    {
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        return await scope.ServiceProvider.GetRequiredService<AuditCheck>().VerifyAsync();
    }

    private static string Typed(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

/// <summary>An answer that says that a server or the database does not answer now.</summary>
internal sealed class CutOffException(HttpStatusCode status, string page) : Exception
{
    public HttpStatusCode Status => status;

    /// <summary>The page that was shown.</summary>
    public string Page => page;
}
