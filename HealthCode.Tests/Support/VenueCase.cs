using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Printing.Posters;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace HealthCode.Tests.Support;

/// <summary>Lawful venues with posters, checks and entries, so that a test changes one thing.</summary>
public static class VenueCase
{
    public const string Seen = "营业执照和本人身份证";

    public const string ApplicantName = "纳福贵";

    public static DateOnly Today => LawfulCase.Today;

    public static DateTimeOffset Now => LawfulCase.Now;

    public static StaffMember Clerk => LawfulCase.Clerk;

    public static StaffMember Reviewer => LawfulCase.Reviewer;

    /// <summary>Where the platform issues codes of places and entries are kept.</summary>
    public static RulePack Pack => Hebei.Pack;

    /// <summary>An office of a province.</summary>
    public static Office Office(RulePack? pack = null, string village = "样例村委会")
    {
        var office = HealthCode.Domain.Offices.Office.Establish(DivisionCode.Parse(LawfulCase.Code), ["样例省", "样例市", "样例区", "样例街道", village], CommitteeKind.Village, pack ?? Pack);
        office.SetNameAndPhones("样例区样例街道" + HealthCode.Domain.Offices.Office.PlaceOf(village) + "民委员会", CommitteeKind.Village, "0312-6012345", "0312-12345");
        return office;
    }

    /// <inheritdoc cref="LawfulCase.Forbids"/>
    public static IReadOnlyList<Rule> Forbids(Action verb) => LawfulCase.Forbids(verb);

    /// <summary>A person with a lawful document, another for each number.</summary>
    public static VenueApplicant Applicant(int person = 1, string name = ApplicantName)
    {
        var number = Villager.At(person).Single(field => field.Field == "DocumentNumber").Value!;
        return new(PersonName.Restore(name), IdentityDocument.Restore(IdentityDocumentKind.ResidentIdCard, number, null, false), PhoneNumber.Restore("13800000007"));
    }

    public static VenueDetails Details(RulePack? pack = null, int person = 1, string name = "样例村卫生室") =>
        new(name, (pack ?? Pack).Venues.Kinds[0], "村东头 12 号", Applicant(person), Today);

    /// <summary>Entered by the clerk, not yet approved.</summary>
    public static Venue Waiting(int number = 1, RulePack? pack = null, int person = 1, string name = "样例村卫生室") =>
        Venue.Register(Office(pack), number, Details(pack, person, name), [], LawfulCase.Clerk, Now, Today);

    /// <summary>Approved by the reviewer on a day, today if null.</summary>
    public static Venue Approved(int number = 1, RulePack? pack = null, string name = "样例村卫生室", DateOnly? on = null)
    {
        var venue = Waiting(number, pack, name: name);
        venue.Approve(Seen, LawfulCase.Reviewer, Now, on ?? Today);
        return venue;
    }

    /// <summary>What the platform might have issued: a checkered square that is no code.</summary>
    public static byte[] Picture(int width = 600, int height = 600, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        using (var blue = new SKPaint { Color = new SKColor(20, 60, 200) })
        {
            canvas.Clear(SKColors.White);
            canvas.DrawRect(width * 0.1f, height * 0.1f, width * 0.8f, height * 0.8f, blue);
        }

        using var encoded = bitmap.Encode(format, 90);
        return encoded.ToArray();
    }

    public static VenuePoster Poster(Venue venue, params VenuePoster[] earlier) =>
        VenuePoster.Issue(venue, VenuePicture.Take(venue, Picture(), Now), earlier, earlier.Length > 0 ? "海报破了" : "", Pack, LawfulCase.Clerk, Now, Today);

    /// <summary>Everything hangs by the door but these.</summary>
    public static IReadOnlyList<PostedSheet> Sheets(RulePack pack, params NoticeKind[] missing) =>
        [.. pack.Venues.Sheets.Select(kind => new PostedSheet(kind, !missing.Contains(kind), missing.Contains(kind) ? "" : "大门右边"))];

    public static EntryLine Line(string name = "马德山", bool? foundNormal = true) => new(Today, new TimeOnly(8, 30), name, "", "", foundNormal, "门卫老李");

    /// <summary>An approved venue of an office on a server; in a province with codes it has a poster.</summary>
    public static Task<long> AddVenueAsync(this OfficeServer server, string? officeCode = null, string name = "样例村卫生室", int person = 1, bool approved = true) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync(each => officeCode == null || each.Code == officeCode);
        var pack = office.RulesOn(server.Today);
        var venue = db.Venues.Add(Venue.Register(office, await db.NextVenueNumberAsync(office), Details(pack, person, name) with { AppliedOn = server.Today }, [], LawfulCase.Clerk, server.Now, server.Today)).Entity;
        if (approved)
        {
            venue.Approve(Seen, LawfulCase.Reviewer, server.Now, server.Today);
        }

        await db.SaveChangesAsync();
        if (approved && pack.Venues.Code is not null)
        {
            Assert.True(PosterPicture.TryRead(Picture(), out var png, out _));
            var picture = db.VenuePictures.Add(VenuePicture.Take(venue, png, server.Now)).Entity;
            await db.SaveChangesAsync();
            db.VenuePosters.Add(VenuePoster.Issue(venue, picture, [], "", pack, LawfulCase.Clerk, server.Now, server.Today));
        }

        return venue.Id;
    }));
}
