using System.Text;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>报表的样子: the pictures in the catalogue show the columns, and invented masked rows, of the sheet as it is drawn now.</summary>
[Collection(DemoVillage.Name)]
public sealed class ReportPictureTests(DemoVillage demo) : IAsyncLifetime
{
    private OfficeServer _south = null!;

    public async Task InitializeAsync() => _south = await OfficeServer.WithOfficeAsync(pack: Hainan.Pack);

    public async Task DisposeAsync() => await _south.DisposeAsync();

    [Fact]
    public async Task Each_report_is_shown_as_it_is_drawn_now()
    {
        List<string> outdated = [];
        foreach (var report in ReportCatalog.All)
        {
            // A sheet that the demo's province does not know, with the columns of one that does.
            var (server, scope) = report.IsKnown(LawfulCase.Pack) ? (demo.Server, demo.Month) : (_south, new ReportScope(LawfulCase.Today, LawfulCase.Today, LawfulCase.Now));
            var drawn = await server.InDbAsync(async db =>
            {
                var table = await report.TableAsync(db, report.IsOfTownship ? scope with { OfficeCode = null } : scope);
                return Encoding.UTF8.GetBytes(ReportPicture.Draw(report.Name, table, await table.Rows.Take(6).ToListAsync()));
            });
            if (DrawnPicture.Stored($"reports/{report.Code}.svg", drawn) is not { } stored || !stored.SequenceEqual(drawn))
            {
                outdated.Add(report.Code);
            }
        }

        Assert.Empty(outdated);
    }

    [Fact]
    public void No_picture_is_of_a_report_that_is_gone() => Assert.Equal(
        ReportCatalog.All.Select(report => report.Code + ".svg").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(SourceTree.Folder("HealthCode.Web", "wwwroot", "pictures"), "reports")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
}
