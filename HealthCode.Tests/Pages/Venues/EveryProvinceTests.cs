using System.Net;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Pages.Venues;

/// <summary>场所 in every province: every page of it opens and every paper is drawn; what a province does not have is not there and no link leads to it.</summary>
public sealed class EveryProvinceTests
{
    public static TheoryData<string> Provinces => ["hainan", "hebei", "national", "ningxia"];

    [Theory]
    [MemberData(nameof(Provinces))]
    public async Task Every_page_opens_and_every_paper_is_drawn(string province)
    {
        var pack = RulePacks.InForce(province, LawfulCase.Today);
        await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
        var id = await server.AddVenueAsync();
        var clerk = await server.ClerkAsync();
        var (codes, entries) = (pack.Venues.Code is not null, pack.Venues.Entries is not null);

        foreach (var (page, isThere) in new[]
        {
            ("", true), ("/Notices", true), ("/Checks", true), ("/Edit", true), ($"/Edit/{id}", true), ($"/Details/{id}", true), ($"/Check/{id}", true), ($"/Duty/{id}", true),
            ($"/Poster/{id}", codes), ($"/Entries/{id}", entries), ("/Abnormal", entries),
        })
        {
            Assert.Equal((page, isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound), (page, (await clerk.OpenAsync("/Venues" + page)).Status));
            Assert.True(entries || clerk.Page.QuerySelectorAll("a[href*='/Venues/Entr'], a[href*='/Venues/Abnormal']").Length == 0, page);
            Assert.True(codes || clerk.Page.QuerySelectorAll("a[href*='/Venues/Poster']").Length == 0, page);
        }

        using var notices = new PdfInspector(await clerk.Http.GetByteArrayAsync("/Venues/NoticeSheet?large=true"));
        Assert.Equal(4, notices.Sizes.Count);
        using var list = await clerk.Http.GetAsync($"/Venues/EntryList/{id}");
        Assert.Equal(entries ? HttpStatusCode.OK : HttpStatusCode.NotFound, list.StatusCode);
        using var alone = new PdfInspector(await clerk.Http.GetByteArrayAsync("/Venues/NoticeSheet?kind=Supervision"));
        Assert.Single(alone.Sizes);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/Venues/NoticeSheet?kind=VenueCode")).Status);
    }
}
