using System.Net;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>督查与自查 in every province: each desk its notices know opens and prints, every other one is not shown and answers 404.</summary>
public sealed class EveryProvinceTests
{
    public static TheoryData<string> Provinces => ["hainan", "hebei", "national", "ningxia"];

    [Theory]
    [MemberData(nameof(Provinces))]
    public async Task Every_page_of_a_known_desk_opens_and_every_other_is_not_there(string province)
    {
        var pack = RulePacks.InForce(province, LawfulCase.Today);
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        var keys = await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        var terms = pack.Supervision;
        await clerk.OpenAsync("/Supervision");
        var links = clerk.Page.QuerySelectorAll("a.tile").Select(link => link.GetAttribute("href")).ToList();

        foreach (var (isKnown, page) in (IEnumerable<(bool, string)>)
                 [
                     (true, ""), (true, "/Supplies"), (true, "/AddSupply"), (true, $"/Supply/{keys.Supply}"), (true, "/Deadlines"), (true, "/EnterDeadline"), (true, $"/Deadline/{keys.Deadline}"),
                     (true, "/RiskAreas"), (true, $"/RiskArea/{keys.RiskArea}"), (true, "/Notices"), (true, "/Notices?On=20200229"),
                     (terms.SelfCheck.Count > 0, "/SelfChecks"), (terms.SelfCheck.Count > 0, "/EnterSelfCheck"), (terms.SelfCheck.Count > 0, $"/SelfCheck/{keys.SelfCheck}"),
                     (terms.Inspections.Count > 0, "/Inspections"), (terms.Inspections.Count > 0, $"/EnterInspection/{(terms.Inspections.Count > 0 ? terms.Inspections[0].Code : "place")}"), (terms.Inspections.Count > 0, $"/Inspection/{keys.Inspection}"),
                     (terms.Recognition is not null, "/Complaints"), (terms.Recognition is not null, "/EnterComplaint"), (terms.Recognition is not null, $"/Complaint/{keys.Complaint}"), (terms.Recognition is not null, "/Settings"),
                     (false, "/EnterInspection/nowhere"),
                 ])
        {
            Assert.Equal((page, isKnown ? HttpStatusCode.OK : HttpStatusCode.NotFound), (page, (await clerk.OpenAsync("/Supervision" + page)).Status));
        }

        Assert.Equal(
            (terms.SelfCheck.Count > 0, terms.Inspections.Count > 0, terms.Recognition is not null, true),
            (links.Contains("/Supervision/SelfChecks"), links.Contains("/Supervision/Inspections"), links.Contains("/Supervision/Complaints"), links.Contains("/Supervision/Deadlines")));
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public async Task Every_paper_of_a_known_desk_is_drawn(string province)
    {
        var pack = RulePacks.InForce(province, LawfulCase.Today);
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        var keys = await server.SuperviseAsync();
        var clerk = await server.ClerkAsync();
        var terms = pack.Supervision;

        foreach (var (isKnown, paper, words) in new[]
                 {
                     (terms.SelfCheck.Count > 0, $"SelfCheckPaper/{keys.SelfCheck}", "措施没有贴出来"), (terms.Inspections.Count > 0, $"InspectionSlip/{keys.Inspection}", "请今天补上口罩"),
                     (terms.Recognition is not null, $"ComplaintSlip/{keys.Complaint}", "12345"),
                 })
        {
            using var answer = await clerk.Http.GetAsync("/Supervision/" + paper);
            Assert.Equal((paper, isKnown ? HttpStatusCode.OK : HttpStatusCode.NotFound), (paper, answer.StatusCode));
            if (isKnown)
            {
                using var pdf = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());
                var all = string.Concat(Enumerable.Range(1, pdf.Sizes.Count).Select(pdf.Words));
                Assert.Contains(words, all, StringComparison.Ordinal);
                Assert.DoesNotContain("兹证明", all, StringComparison.Ordinal);
                Assert.Empty(pdf.Codes(1, 150));
            }
        }
    }

    [Fact]
    public async Task Nothing_of_another_office_is_found_and_a_township_official_has_no_desk_here()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var keys = await server.SuperviseAsync();
        var neighbour = await server.AddOfficeAsync(await server.FirstVillageAsync(1));
        var stranger = await server.SignedInUserAsync("linju", neighbour.Code, Roles.Clerk);

        foreach (var page in new[] { $"SelfCheck/{keys.SelfCheck}", $"SelfCheckPaper/{keys.SelfCheck}", $"Inspection/{keys.Inspection}", $"InspectionSlip/{keys.Inspection}", $"Complaint/{keys.Complaint}", $"ComplaintSlip/{keys.Complaint}", $"Supply/{keys.Supply}", $"Deadline/{keys.Deadline}", $"RiskArea/{keys.RiskArea}" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await stranger.OpenAsync("/Supervision/" + page)).Status));
        }

        Assert.Empty((await stranger.OpenAsync("/Supervision/RiskAreas")).Page.QuerySelectorAll("tbody tr"));
        var township = await server.SignedInUserAsync("zhen", neighbour.Code[..9], Roles.TownshipOfficial);
        Assert.Equal("/Account/Denied", (await township.OpenAsync("/Supervision")).Address.Split('?')[0]);
    }
}
