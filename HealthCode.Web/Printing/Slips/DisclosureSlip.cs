using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Slips;

/// <summary>谁看过我的信息 — A4 letter for the resident in sentences of 16 pt, day by day: who did what with his data and when, with a signature line; one page
/// where it fits. Does not contain his name, in case the paper is lost.</summary>
public static class DisclosureSlip
{
    private const double Left = 18;
    private const double Right = 192;
    private const double Top = 54;
    private const double Foot = 282;
    private const double Signature = 44;
    private const double LineHeight = 7.6;
    private const double DayGap = 3;
    private const double Size = 16;
    private const double Small = 12;

    /// <summary>The letter as PDF.</summary>
    /// <param name="traces">Newest first.</param>
    /// <param name="office">The office that issues it.</param>
    /// <param name="at">Time of the query.</param>
    public static byte[] Draw(IReadOnlyList<DisclosureEntry> traces, Office office, DateTimeOffset at)
    {
        using var document = Typography.Document("谁看过我的信息");
        var pages = Pages(DisclosureDay.Of(traces));
        for (var number = 1; number <= pages.Count; number++)
        {
            using var page = document.Page(Paper.A4);
            DrawHead(page, office, at, traces.Count, number, pages.Count);
            var y = Top;
            foreach (var line in pages[number - 1])
            {
                y += line.Above;
                Write(page, line.Text, Left + line.Indent, y, Size, line.IsDay);
                y += LineHeight;
            }

            if (number == pages.Count)
            {
                DrawSignature(page, office, at, y);
            }
        }

        return document.Bytes();
    }

    /// <summary>The day, or a sentence in lines; all but the first of a sentence are indented.</summary>
    private static IEnumerable<Line[]> Paragraphs(IReadOnlyList<DisclosureDay> days)
    {
        foreach (var day in days)
        {
            foreach (var (place, sentence) in day.Sentences.Index())
            {
                Line[] lines = [.. Typography.Wrap("· " + sentence, Paper.Points(Right - Left - 5), Size).Select((text, i) => new Line(text.TrimStart(), i == 0 ? 0 : 5, 0, false))];
                // A day stays with its first sentence.
                yield return place == 0 ? [new(day.Day.Chinese(), 0, DayGap, true), .. lines] : lines;
            }
        }
    }

    /// <summary>Distributes paragraphs to pages: they are not split, and the last page has space for the signature.</summary>
    private static List<List<Line>> Pages(IReadOnlyList<DisclosureDay> days)
    {
        List<List<Line>> pages = [[]];
        var y = Top;
        foreach (var paragraph in Paragraphs(days))
        {
            var height = paragraph.Sum(line => line.Above + LineHeight);
            if (y + height > Foot && pages[^1].Count > 0)
            {
                pages.Add([]);
                y = Top;
            }

            pages[^1].AddRange(paragraph);
            y += height;
        }

        if (y + Signature > Foot)
        {
            pages.Add([]);
        }

        return pages;
    }

    private static void DrawHead(XGraphics page, Office office, DateTimeOffset at, int count, int number, int of)
    {
        Typography.Centred(page, "谁看过我的信息", Paper.Points(Paper.A4.Width / 2), Paper.Points(22), 26, true);
        Write(page, office.OfficialName, Left, 33, Typography.Fit(office.OfficialName, Paper.Points(Right - Left), Size, 8));
        Write(page, string.Create(CultureInfo.InvariantCulture, $"查到 {at.Chinese()} 为止，共 {count} 条　第 {number} 页，共 {of} 页"), Left, 41, Small);
        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(44), Paper.Points(Right), Paper.Points(44));
        if (count == 0)
        {
            Write(page, "没有人看过、打印过、导出过。", Left, Top, Size);
        }
    }

    private static void DrawSignature(XGraphics page, Office office, DateTimeOffset at, double y)
    {
        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(y), Paper.Points(Right), Paper.Points(y));
        Write(page, "监护人来查的，上面的“您”是被监护人。别人的姓名不在这里。", Left, y + 7, Small);
        Fitted(page, $"有疑问请打监督电话 {office.SupervisionPhone}，或本村（居）委会 {office.ContactPhone}。", y + 15);
        Write(page, "本人或监护人已收到（签字）：　　　　　　　经办人：", Left, y + 27, 14);
        Fitted(page, $"{office.OfficialName}　{BeijingTime.DayOf(at).Chinese()}", y + 37);
    }

    private static void Fitted(XGraphics page, string text, double y) => Write(page, text, Left, y, Typography.Fit(text, Paper.Points(Right - Left), 14, 6));

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);

    private sealed record Line(string Text, double Indent, double Above, bool IsDay);
}
