using System.Net;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Architecture;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Printing.Posters;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests;

public sealed partial class MustNotTests
{
    [Fact]
    public void No_code_of_our_own_on_a_poster_or_at_a_door()
    {
        string[] drawers = [typeof(OfficialPoster).FullName!, typeof(NoticePoster).FullName!, typeof(EntryListSheet).FullName!, typeof(PosterPicture).FullName!];
        var web = TypeReferences.In(typeof(OfficeDb).Assembly);
        Assert.Empty(web.Breaking((from, to) => drawers.Any(drawer => from.StartsWith(drawer, StringComparison.Ordinal)) && to == typeof(QrCode).FullName));
        Assert.Contains(web.All, each => each.To == typeof(QrCode).FullName);

        // The picture of this test is no code, so that whatever is read from the paper would be ours.
        using var poster = PosterOf(VenueCase.Approved());
        Assert.Empty(poster.Codes(1, 150));
        foreach (var pack in RulePacks.All.Except(SampleProvince.Versions))
        {
            using var notices = new PdfInspector(NoticePoster.Draw(pack.Venues.Notices, VenueCase.Office(pack), Paper.A4));
            Assert.All(Enumerable.Range(1, notices.Sizes.Count), page => Assert.Empty(notices.Codes(page, 100)));
        }
    }

    [Fact]
    public async Task No_code_of_a_place_where_the_province_has_none()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var id = await server.AddVenueAsync();
        var clerk = await server.ClerkAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/Venues/Poster/{id}")).Status);
        Assert.Equal([PosterRules.PlatformIssuesCodes], LawfulCase.Forbids(() => VenuePoster.Issue(
            VenueCase.Approved(pack: Ningxia.Pack), null, [], "", Ningxia.Pack, LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today)));
    }

    [Fact]
    public void No_person_and_no_telephone_but_the_supervisions_on_a_poster()
    {
        var (venue, office) = (VenueCase.Approved(), VenueCase.Office());
        using var poster = PosterOf(venue);
        using var notices = new PdfInspector(NoticePoster.Draw(Hebei.Pack.Venues.Notices, office, Paper.A4));
        string[] people = [VenueCase.ApplicantName, venue.Applicant.Document.Number, venue.Applicant.Phone!.Value, LawfulCase.Clerk.Name, LawfulCase.Reviewer.Name, office.ContactPhone];

        foreach (var words in Enumerable.Range(1, notices.Sizes.Count).Select(notices.Words).Append(poster.Words(1)))
        {
            Assert.Contains(office.SupervisionPhone, words, StringComparison.Ordinal);
            Assert.All(people, person => Assert.DoesNotContain(person, words, StringComparison.Ordinal));
            Assert.DoesNotMatch(@"(?<!\d)1\d{10}(?!\d)", words);
        }
    }

    [Fact]
    public async Task No_entry_names_anybody_where_the_notices_let_people_pass_without_registration()
    {
        foreach (var pack in new[] { Ningxia.Pack, National.Pack })
        {
            await using var server = await OfficeServer.WithOfficeAsync(pack: pack);
            var id = await server.AddVenueAsync();
            var clerk = await server.ClerkAsync();
            await clerk.OpenAsync($"/Venues/Details/{id}");
            Assert.DoesNotContain("入场", clerk.Text, StringComparison.Ordinal);

            var row = clerk.MainFields().Where(field => field.Key == WebForm.Token).Append(new("Input.ListNumber", "0001")).Append(new("Input.Day", "3.5")).Append(new("Input.Staff", "门卫老李"))
                .Append(new("Input.Rows[0].At", "0730")).Append(new("Input.Rows[0].Who", "马德山")).Append(new("Input.Rows[0].FoundNormal", "1")).ToList();
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostAsync($"/Venues/Entries/{id}?handler=Row", row)).Status);
            Assert.Equal(0, await server.InDbAsync(db => db.VenueEntries.CountAsync()));
        }
    }

    [Fact]
    public void Nobody_is_refused_at_a_venue_because_of_his_temperature() => Assert.Empty(
        EntryRules.Validate(VenueCase.Approved(), VenueCase.Line(foundNormal: false), "0001", null, Hebei.Pack, LawfulCase.Now));

    private static PdfInspector PosterOf(Venue venue) =>
        new(OfficialPoster.Draw(venue, VenueCase.Poster(venue), VenueCase.Picture(), Hebei.Pack.Venues.Code!, VenueCase.Office(), Paper.A4));
}
