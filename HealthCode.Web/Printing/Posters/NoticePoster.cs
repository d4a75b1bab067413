using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Posters;

/// <summary>张贴材料 — 申领流程, 使用说明, 监督电话, 不得另设门槛: a page each, in letters one reads from two metres. It names nobody.</summary>
public static class NoticePoster
{
    private const double Left = 20;
    private const double Right = 190;
    private const double Body = 36;
    private const double Smallest = 17;
    private const double LineHeight = 1.5;
    private const double ParagraphGap = 0.6;
    private const double Bottom = 248;
    private const double PhoneTop = 108;

    /// <summary>The notices as PDF.</summary>
    /// <param name="notices">In the order of the pages.</param>
    /// <param name="office">The office, for its name and 监督电话.</param>
    /// <param name="paper">A4 or A3; all of it is scaled.</param>
    public static byte[] Draw(IReadOnlyList<NoticeText> notices, Office office, Paper paper)
    {
        using var document = Typography.Document("张贴材料");
        foreach (var notice in notices)
        {
            using var page = document.Page(paper);
            page.ScaleTransform(paper.Width / Paper.A4.Width);
            DrawNotice(page, notice, office);
        }

        return document.Bytes();
    }

    private static void DrawNotice(XGraphics page, NoticeText notice, Office office)
    {
        page.DrawRectangle(new XPen(XColors.Black, 1.5), Paper.Points(12), Paper.Points(12), Paper.Points(186), Paper.Points(273));
        var y = DrawTitle(page, notice.Title);
        if (notice.Kind == NoticeKind.Supervision)
        {
            Centred(page, office.SupervisionPhone, PhoneTop, 80, 30, true);
            y = PhoneTop + 34;
        }

        DrawLines(page, notice, y);
        if (notice.Kind != NoticeKind.Supervision)
        {
            Centred(page, $"监督电话　{office.SupervisionPhone}", 262, 26, 14, true);
        }

        Centred(page, office.OfficialName, 272, 14, 7, false);
        Centred(page, $"依据 {notice.Citation.Place}", 279, 10, 6, false);
    }

    /// <summary>One line, or two halves when one would be too small; returns the baseline of the first line below.</summary>
    private static double DrawTitle(XGraphics page, string title)
    {
        const double Large = 46;
        const double LeastOneLine = 34;
        if (Typography.Fit(title, Paper.Points(Right - Left), Large, 1, true) >= LeastOneLine)
        {
            Centred(page, title, 42, Large, LeastOneLine, true);
            Rule(page, 52);
            return 76;
        }

        var at = title.IndexOfAny(['，', '：', '、']) + 1;
        var half = at > 2 && at < title.Length - 2 ? at : (title.Length + 1) / 2;
        Centred(page, title[..half], 36, Large, 20, true);
        Centred(page, title[half..], 55, Large, 20, true);
        Rule(page, 64);
        return 86;
    }

    /// <summary>In the largest size in which all of it fits above the foot.</summary>
    private static void DrawLines(XGraphics page, NoticeText notice, double top)
    {
        var isNumbered = notice.Kind is NoticeKind.HowToApply or NoticeKind.HowToUse;
        var paragraphs = notice.Lines.Select((line, place) => isNumbered ? string.Create(CultureInfo.InvariantCulture, $"{place + 1}. {line}") : line).ToList();
        var size = Body;
        while (size > Smallest && Height(paragraphs, size) > Bottom - top)
        {
            size -= 0.5;
        }

        var y = top;
        foreach (var paragraph in paragraphs)
        {
            foreach (var line in Typography.Wrap(paragraph, Paper.Points(Right - Left), size))
            {
                Typography.Line(page, line, Paper.Points(Left), Paper.Points(y), size);
                y += Paper.Millimetres(size * LineHeight);
            }

            y += Paper.Millimetres(size * ParagraphGap);
        }
    }

    private static double Height(IEnumerable<string> paragraphs, double size) => paragraphs.Sum(paragraph =>
        Paper.Millimetres(size * ((Typography.Wrap(paragraph, Paper.Points(Right - Left), size).Count * LineHeight) + ParagraphGap)));

    private static void Rule(XGraphics page, double y) => page.DrawLine(new XPen(XColors.Black, 1.2), Paper.Points(Left), Paper.Points(y), Paper.Points(Right), Paper.Points(y));

    private static void Centred(XGraphics page, string text, double y, double largest, double smallest, bool strong) =>
        Typography.Centred(page, text, Paper.Points(Paper.A4.Width / 2), Paper.Points(y), Typography.Fit(text, Paper.Points(Right - Left), largest, smallest, strong), strong);
}
