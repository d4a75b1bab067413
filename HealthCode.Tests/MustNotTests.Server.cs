using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests;

public sealed partial class MustNotTests
{
    // On the server's paths these words would mean a code of our own (DECISIONS.md D16).
    private static readonly string[] Colours = ["绿码", "黄码", "红码", "灰码", "健康码", "转码"];

    [Fact]
    public async Task No_purge_before_and_no_survival_after_the_end_plus_30_days()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await (await DeskAsync(server)).ApprovedAsync(server);
        var ended = new DateOnly(2020, 3, 5);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(ended, ended)));

        Assert.Equal((1, 1), await LeftOnAsync(ended.AddDays(30)));
        Assert.Equal((0, 0), await LeftOnAsync(ended.AddDays(31)));

        async Task<(int Declarations, int Passes)> LeftOnAsync(DateOnly day)
        {
            server.Clock.SetTo(OfficeClock.StartOf(day));
            await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
            await scope.ServiceProvider.GetRequiredService<RetentionPurge>().DestroyDueAsync();
            return await server.InDbAsync(async db =>
                (await db.Declarations.IgnoreQueryFilters().CountAsync(), await db.Passes.IgnoreQueryFilters().CountAsync()));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/Declarations")]
    [InlineData("/Declarations?q=" + PaperForm.Number)]
    [InlineData("/Review")]
    [InlineData("/Passes?list=todo")]
    public async Task No_unmasked_number_in_a_list(string list)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);
        await desk.ApprovedAsync(server);
        await desk.KeyedAsync(server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));

        await desk.OpenAsync(list);

        // The box in which it was typed is the clerk's own.
        var shown = string.Concat(desk.Page.QuerySelectorAll("tbody, .tile").Select(part => part.OuterHtml));
        Assert.Matches("马德山|纳福贵", shown);
        Assert.DoesNotContain(PaperForm.Number, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("640104200002291232", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_resident_in_the_log_or_in_the_audit()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);
        await desk.ApprovedAsync(server);
        await desk.OpenAsync($"/Declarations?q={Uri.EscapeDataString("马德山")}");
        await desk.OpenAsync($"/Declarations?q={PaperForm.Number}");
        await desk.OpenAsync("/Declarations/Details/1/nowhere/" + PaperForm.Number);

        var records = await server.InDbAsync(db => db.AuditRecords.ToListAsync());
        Assert.NotEmpty(records);
        var written = string.Join('\n', records.Select(record => record.Subject + record.Detail).Append(FilesInUse.Text(server.Folder, "logs")));
        foreach (var trace in (string[])["马德山", Uri.EscapeDataString("马德山"), PaperForm.Number])
        {
            Assert.DoesNotContain(trace, written, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task No_logging_of_whoever_passes_with_a_valid_card()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);
        var card = await desk.ApprovedAsync(server);
        var number = await server.InDbAsync(db => db.Passes.Select(pass => pass.Number).SingleAsync());
        var before = await RowsAsync();

        await desk.OpenAsync($"/Declarations?q={number}");
        await desk.OpenAsync($"/Passes/Details/{card}");

        Assert.Contains("马德山", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync());
        // That the desk looked is written down: of whoever looks, not of whoever passes.
        Assert.Equal("查看", (await server.InDbAsync(db => db.AuditRecords.OrderBy(record => record.Id).LastAsync())).Action);

        Task<string> RowsAsync() => server.InDbAsync(async db =>
        {
            var counts = new StringBuilder();
            foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Where(table => table != "AuditRecords").Distinct().Order(StringComparer.Ordinal))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                await db.Database.OpenConnectionAsync();
#pragma warning disable CA2100 // The names are the model's own.
                command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
#pragma warning restore CA2100
                counts.Append(table).Append(' ').Append(await command.ExecuteScalarAsync()).Append('\n');
            }

            return counts.ToString();
        });
    }

    [Fact]
    public async Task No_colour_and_no_conversion_of_another_provinces_code()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var desk = await DeskAsync(server);
        var card = await desk.ApprovedAsync(server);
        foreach (var page in (string[])["/", "/Declarations/Create", "/Declarations/Details/1", "/Passes", $"/Passes/Details/{card}"])
        {
            await desk.OpenAsync(page);
            Assert.Equal(System.Net.HttpStatusCode.OK, desk.Status);
            Assert.DoesNotContain(Colours, word => desk.Text.Contains(word, StringComparison.Ordinal));
        }

        // The other packs know no card and convert nothing: they only say what is written at a gate.
        Assert.Equal([Ningxia.Pack], RulePacks.All.Except(SampleProvince.Versions).Where(pack => pack.IssuesPasses));
    }

    [Fact]
    public async Task No_resident_is_seen_by_a_guard()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await (await DeskAsync(server)).ApprovedAsync(server);
        var guard = await server.SignedInGuardAsync("shouwei");
        string[] his = ["/Checkpoints/Incidents/", "/Checkpoints/StopList", "/Checkpoints/Offline", "/Checkpoints/History", "/Checkpoints/Declare"];
        string[] open = [.. his, "/Index", "/Checkpoints/Check", "/Account/", "/Help/", "/Display", "/Setup", "/Status", "/Error"];
        var templates = server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().ToList();
        var closed = templates.Where(page => !open.Any(each => page.ViewEnginePath == each || (each.EndsWith('/') && page.ViewEnginePath.StartsWith(each, StringComparison.Ordinal))))
            .Select(page => "/" + RouteValue().Replace(page.AttributeRouteInfo!.Template!, place => place.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1")).Distinct().ToList();

        Assert.InRange(closed.Count, 30, 200);
        Assert.Contains("/Verification/Checkpoints", closed);
        foreach (var page in closed)
        {
            Assert.Equal((page, System.Net.HttpStatusCode.Forbidden), (page, (await guard.OpenAsync(page)).Status));
            Assert.DoesNotContain("马德山", guard.Html, StringComparison.Ordinal);
        }

        foreach (var search in (string[])["/Declarations?q=" + PaperForm.Number, "/Passes?list=todo", "/Audit?subject=1", "/Printing/DeclarationForm?id=1", "/Declarations/Create?handler=Divisions&path="])
        {
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await guard.OpenAsync(search)).Status);
        }

        foreach (var page in (string[])["/", "/Verification/Check", "/Verification/Declare", "/Verification/Incidents", "/Verification/History/" + await server.InDbAsync(db => db.Passes.Select(pass => pass.Number).FirstAsync()), "/Account/ChangePassword"])
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await guard.OpenAsync(page)).Status);
            Assert.DoesNotMatch($"马德山|{PaperForm.Number}", guard.Html);
            Assert.Equal(["首页", "查验"], guard.Page.QuerySelectorAll(".rail a").Select(link => link.TextContent.Trim()));
        }
    }

    [Fact]
    public void No_network_call_is_made_by_our_code()
    {
        Assert.Empty(Callers(typeof(Office).Assembly.Location));
        Assert.Empty(Callers(typeof(OfficeDb).Assembly.Location));
        // Its twin: these tests do call a server, and are found out.
        Assert.Contains("System.Net.Http.HttpClient", Callers(typeof(MustNotTests).Assembly.Location));

        static IEnumerable<string> Callers(string assembly)
        {
            // The kind of an address is a word and calls nobody: the certificate names this PC's own.
            using var file = new PEReader(File.OpenRead(assembly));
            var metadata = file.GetMetadataReader();
            return
            [
                .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                    .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                    .Where(name => name is "System.Net.Http.HttpClient" or "System.Net.Http.IHttpClientFactory" or "System.Net.WebClient" or "System.Net.WebRequest" or "System.Net.Dns"
                        || (name.StartsWith("System.Net.Sockets.", StringComparison.Ordinal) && name != "System.Net.Sockets.AddressFamily") || name.StartsWith("System.Net.Mail.", StringComparison.Ordinal)),
            ];
        }
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteValue();

    private static async Task<OfficeBrowser> DeskAsync(OfficeServer server) => await server.SignedInUserAsync(
        "yiren", await server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync()), Roles.Clerk, Roles.Reviewer);
}
