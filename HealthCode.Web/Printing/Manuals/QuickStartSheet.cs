using System.Globalization;
using HealthCode.Domain.Offices;
using Markdig.Syntax;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Manuals;

/// <summary>快速上手 — one A4 page for the wall: the steps from the paper form to the card with their keys, what the card looks like, whom to ring.</summary>
public static class QuickStartSheet
{
    private const double Left = 18;
    private const double Right = 192;
    private const double StepsTop = 44;
    private const double StepsBottom = 200;
    private const double TextLeft = Left + 20;
    private const double Largest = 18;
    private const double Smallest = 14;
    private const double Spacing = 1.42;
    private const double PictureTop = 206;
    private const double PictureWidth = 92;
    private const double PictureHeight = 70;

    /// <summary>The page as PDF.</summary>
    /// <param name="steps">The items of an ordered list.</param>
    /// <param name="picture">PNG of the card.</param>
    /// <param name="office">Whose telephone is printed; null for a line to write one on.</param>
    public static byte[] Draw(ListBlock steps, byte[]? picture, Office? office)
    {
        ArgumentNullException.ThrowIfNull(steps);
        using var document = Typography.Document("快速上手");
        using (var page = document.Page(Paper.A4))
        {
            Typography.Line(page, "快速上手", Paper.Points(Left), Paper.Points(24), 38, true);
            Typography.Line(page, "一张纸表，五步变成一张通行卡", Paper.Points(Left), Paper.Points(35), 19);
            page.DrawLine(new XPen(XColors.Black, 1.5), Paper.Points(Left), Paper.Points(39), Paper.Points(Right), Paper.Points(39));
            DrawSteps(page, [.. steps.OfType<ListItemBlock>().Select(item => new StyledText(item.OfType<ParagraphBlock>().First().Inline))]);
            if (picture is not null)
            {
                DrawPicture(page, picture);
            }

            DrawTelephone(page, office);
        }

        return document.Bytes();
    }

    /// <summary>In the largest size in which all of them fit.</summary>
    private static void DrawSteps(XGraphics page, IReadOnlyList<StyledText> steps)
    {
        var size = Largest;
        while (size > Smallest && steps.Sum(step => Height(step, size)) > StepsBottom - StepsTop)
        {
            size -= 0.5;
        }

        var free = Math.Max(0, (StepsBottom - StepsTop - steps.Sum(step => Height(step, size))) / steps.Count);
        var top = StepsTop;
        foreach (var (place, step) in steps.Index())
        {
            var figure = (place + 1).ToString(CultureInfo.InvariantCulture);
            page.DrawEllipse(XBrushes.Black, Paper.Points(Left), Paper.Points(top + 1), Paper.Points(14), Paper.Points(14));
            Typography.Centred(page, figure, Paper.Points(Left + 7), Paper.Points(top + 11.2), 27, true, XBrushes.White);
            var baseline = Paper.Points(top) + (size * 1.1);
            foreach (var line in step.Lines(Paper.Points(Right - TextLeft), size))
            {
                StyledText.Draw(page, line, Paper.Points(TextLeft), baseline, size);
                baseline += size * Spacing;
            }

            top += Height(step, size) + free;
        }
    }

    private static double Height(StyledText step, double size) => Math.Max(17, Paper.Millimetres(step.Lines(Paper.Points(Right - TextLeft), size).Count * size * Spacing) + 3);

    private static void DrawPicture(XGraphics page, byte[] picture)
    {
        using var image = PlainPicture.Read(picture);
        var scale = Math.Min(PictureWidth / image.PixelWidth, PictureHeight / image.PixelHeight);
        page.DrawImage(image, Paper.Points(Left), Paper.Points(PictureTop), Paper.Points(image.PixelWidth * scale), Paper.Points(image.PixelHeight * scale));
        Typography.Line(page, "办好的卡：正面盖章，背面扫码查验", Paper.Points(Left), Paper.Points(PictureTop + (image.PixelHeight * scale) + 7), 14);
    }

    private static void DrawTelephone(XGraphics page, Office? office)
    {
        const double X = Left + PictureWidth + 10;
        var width = Paper.Points(Right - X);
        Typography.Line(page, "不会的按 F1，或者打电话问：", Paper.Points(X), Paper.Points(PictureTop + 10), Typography.Fit("不会的按 F1，或者打电话问：", width, 18, Smallest));
        if (office is not null)
        {
            Typography.Line(page, office.ContactPhone, Paper.Points(X), Paper.Points(PictureTop + 25), Typography.Fit(office.ContactPhone, width, 30, Smallest, true), true);
        }
        else
        {
            page.DrawLine(new XPen(XColors.Black, 1), Paper.Points(X), Paper.Points(PictureTop + 26), Paper.Points(Right), Paper.Points(PictureTop + 26));
        }

        Typography.Line(page, "本村（居）帮忙的人：", Paper.Points(X), Paper.Points(PictureTop + 40), 16);
        page.DrawLine(new XPen(XColors.Black, 1), Paper.Points(X), Paper.Points(PictureTop + 53), Paper.Points(Right), Paper.Points(PictureTop + 53));
        if (office is not null)
        {
            foreach (var (place, line) in Typography.Wrap(office.OfficialName, width, Smallest).Index())
            {
                Typography.Line(page, line, Paper.Points(X), Paper.Points(PictureTop + 65 + (place * 7)), Smallest);
            }
        }
    }
}
