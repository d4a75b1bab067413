using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>A route template with one HTTP method and one handler, taken from the router, so that tests cover new pages by themselves.</summary>
public sealed partial record PageEndpoint(string Template, string Method, string Handler)
{
    /// <summary>Returns all pages with all their handlers, and the other endpoints.</summary>
    public static async Task<List<PageEndpoint>> AllAsync(OfficeServer server)
    {
        var loader = server.Services.GetRequiredService<PageLoader>();
        List<PageEndpoint> doors = [];
        foreach (var page in Pages(server))
        {
            var handlers = (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerMethods.Select(handler => (Method: handler.HttpMethod.ToUpperInvariant(), Name: handler.Name ?? ""))
                .Where(handler => handler.Method is "GET" or "POST").ToList();
            // A page without a handler also answers GET.
            doors.AddRange(handlers.Append(("GET", "")).Distinct().Select(handler => new PageEndpoint(TemplateOf(page), handler.Item1, handler.Item2)));
        }

        doors.AddRange(server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Where(method => method is "GET" or "POST")
                .Select(method => new PageEndpoint("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method, ""))));
        return [.. doors.OrderBy(door => door.Template, StringComparer.Ordinal).ThenBy(door => door.Method, StringComparer.Ordinal).ThenBy(door => door.Handler, StringComparer.Ordinal)];
    }

    /// <summary>Route values of existing entities, so that a refusal is due to the user's role and not to a missing entity.</summary>
    public static async Task<Dictionary<string, string>> ThingsAsync(OfficeServer server, string office)
    {
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
        var pass = await desk.ApprovedAsync(server);
        var waiting = await desk.KeyedAsync(server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        var gate = await server.AddCheckpointAsync(office);
        var spare = await server.AddUserAsync("spare", office, Roles.Clerk);
        using var roster = new MemoryStream(Encoding.UTF8.GetBytes("姓名,证件号码,住址\n马德山,12345,样例村3组8号\n"));
        var import = await server.Services.GetRequiredService<ImportJob>().TakeAsync(
            ImportCatalog.Find("residents")!, office, new(new("yiren", "测试yiren"), office, ""), roster, CancellationToken.None);
        var (resident, checkIn, disputed) = await server.FollowedAsync(office);
        var (round, other) = await server.VisitedAsync(office);
        // A household page takes the key of a resident where other pages of its folder take that of a declaration.
        await server.AddResidentsAsync(1);
        await server.SuperviseAsync(office);
        var venue = await server.AddVenueAsync(office);
        var returnee = await server.AddReturneeAsync(office);
        return new()
        {
            // One of each, in empty tables.
            ["Supervision/{id}"] = "1", ["Supervision/{form}"] = "entrance",
            ["Residents/{id}"] = $"{resident}", ["Residents/{other}"] = $"{other}", ["Residents/{round}"] = $"{round}",
            ["HealthStatuses/{id}"] = $"{resident}", ["HealthStatuses/{checkIn}"] = $"{checkIn}", ["HealthStatuses/{caseId}"] = $"{disputed}",
            ["Venues/{id}"] = $"{venue}", ["Registers/{desk}"] = "Returnees", ["Registers/{id}"] = $"{returnee}", ["Tips/{id}"] = "1",
            ["Imports/{id}"] = import.Id.ToString(), ["Declarations/{id}"] = $"{waiting}", ["Review/{id}"] = $"{waiting}", ["Passes/{id}"] = $"{pass}",
            ["Verification/{id}"] = $"{gate.Id}", ["Administration/{id}"] = spare.Id, ["Administration/{code}"] = office,
            ["Verification/{number}"] = await server.InDbAsync(db => db.Passes.Select(each => each.Number).SingleAsync()), ["Reports/{office}"] = office, ["Status/{code}"] = "404", ["Help/{name}"] = "keying",
        };
    }

    public string Address(Dictionary<string, string> things)
    {
        var folder = Template.Split('/')[1];
        var path = RouteValue().Replace(Template, place =>
            place.Value.Contains("guid", StringComparison.Ordinal) && !things.ContainsKey($"{folder}/{{{place.Groups[1].Value}}}") ? Guid.Empty.ToString()
            : things.GetValueOrDefault($"{folder}/{{{place.Groups[1].Value}}}", "1"));
        return Handler.Length == 0 ? path : $"{path}?handler={Handler}";
    }

    /// <summary>The address with the same odd text for all route values.</summary>
    public string Address(string odd) => RouteValue().Replace(Template, odd) + (Handler.Length == 0 ? "" : $"?handler={Handler}");

    public override string ToString() => $"{Method,-4} {Template}{(Handler.Length == 0 ? "" : " " + Handler)}";

    private static IEnumerable<PageActionDescriptor> Pages(OfficeServer server) =>
        server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(page => !page.AttributeRouteInfo!.Template!.EndsWith("/Index", StringComparison.Ordinal) && page.AttributeRouteInfo.Template != "Index");

    private static string TemplateOf(PageActionDescriptor page) => "/" + page.AttributeRouteInfo!.Template;

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex RouteValue();
}
