using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Posters;

/// <summary>场所码海报 — the picture that the platform issued, the venue's number in plain text, what one does, and the 监督电话. It names nobody, and the program
/// draws no code on it.</summary>
public static class OfficialPoster
{
    private const double Left = 20;
    private const double Right = 190;
    private const double PictureTop = 62;
    private const double PictureSide = 118;
    private const double StepsTop = 193;
    private const double StepsBottom = 252;
    private const double Largest = 21;
    private const double Smallest = 12;
    private const double LineHeight = 1.35;
    private const double Foot = 284;

    /// <summary>The poster as PDF, one page.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="poster">Its version, with the day of printing.</param>
    /// <param name="picture">PNG of the platform.</param>
    /// <param name="terms">The province's platform and steps.</param>
    /// <param name="office">The office, for its name and 监督电话.</param>
    /// <param name="paper">A4 or A3; all of it is scaled.</param>
    public static byte[] Draw(Venue venue, VenuePoster poster, byte[] picture, VenueCodeTerms terms, Office office, Paper paper)
    {
        using var document = Typography.Document("场所码海报");
        using (var page = document.Page(paper))
        {
            page.ScaleTransform(paper.Width / Paper.A4.Width);
            Centred(page, "场所码", 27, 44, 44, true);
            Centred(page, venue.Name, 43, 34, 14, true);
            Centred(page, $"场所编号　{venue.NumberText}", 55, 22, 12, false);
            DrawPicture(page, picture);
            DrawSteps(page, terms.Steps);
            page.DrawLine(new XPen(XColors.Black, 1), Paper.Points(Left), Paper.Points(258), Paper.Points(Right), Paper.Points(258));
            Centred(page, $"监督电话　{office.SupervisionPhone}", 270, 28, 14, true);
            var printed = poster.PrintedOn is { } day ? $"　{day.Chinese()}印" : "";
            Centred(page, string.Create(CultureInfo.InvariantCulture, $"图片由“{terms.Platform}”发出　第 {poster.Version} 版{printed}　{office.OfficialName}"), Foot, 11, 6, false);
        }

        return document.Bytes();
    }

    private static void DrawPicture(XGraphics page, byte[] picture)
    {
        using var stream = new MemoryStream(picture, 0, picture.Length, false, true);
        using var image = XImage.FromStream(stream);
        var scale = Paper.Points(PictureSide) / Math.Max(image.PixelWidth, image.PixelHeight);
        var (width, height) = (image.PixelWidth * scale, image.PixelHeight * scale);
        page.DrawImage(image, Paper.Points(Paper.A4.Width / 2) - (width / 2), Paper.Points(PictureTop) + ((Paper.Points(PictureSide) - height) / 2), width, height);
    }

    /// <summary>In the largest size in which all of them fit.</summary>
    private static void DrawSteps(XGraphics page, IReadOnlyList<string> steps)
    {
        var size = Largest;
        while (size > Smallest && Lines(steps, size).Count * Paper.Millimetres(size * LineHeight) > StepsBottom - StepsTop)
        {
            size -= 0.5;
        }

        foreach (var (place, line) in Lines(steps, size).Index())
        {
            Typography.Line(page, line, Paper.Points(Left), Paper.Points(StepsTop) + (place * size * LineHeight), size);
        }
    }

    private static List<string> Lines(IReadOnlyList<string> steps, double size) =>
        [.. steps.Index().SelectMany(step => Typography.Wrap(string.Create(CultureInfo.InvariantCulture, $"{step.Index + 1}. {step.Item}"), Paper.Points(Right - Left), size))];

    private static void Centred(XGraphics page, string text, double y, double largest, double smallest, bool strong) =>
        Typography.Centred(page, text, Paper.Points(Paper.A4.Width / 2), Paper.Points(y), Typography.Fit(text, Paper.Points(Right - Left), largest, smallest, strong), strong);
}
