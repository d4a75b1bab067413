using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Slips;

/// <summary>谁看过我的信息 — A4 list for the resident: who did what with his data and when, with numbered pages and a signature line. Does not contain his
/// name, in case the paper is lost.</summary>
public static class DisclosureSlip
{
    private const double Left = 18;
    private const double Right = 192;
    private const double Top = 58;
    private const double Foot = 262;
    private const double Signature = 40;
    private const double LineHeight = 6;
    private const double Size = 12;

    private static readonly (string Title, double At, double Width)[] Columns = [("时间", Left, 34), ("谁", 54, 22), ("做了什么", 78, 62), ("哪份材料", 143, 49)];

    /// <summary>The list as PDF.</summary>
    /// <param name="traces">Newest first.</param>
    /// <param name="office">The office that issues it.</param>
    /// <param name="at">Time of the query.</param>
    public static byte[] Draw(IReadOnlyList<DisclosureEntry> traces, Office office, DateTimeOffset at)
    {
        using var document = Typography.Document("谁看过我的信息");
        var pages = Pages([.. traces.Select(Lines)]);
        for (var number = 1; number <= pages.Count; number++)
        {
            using var page = document.Page(Paper.A4);
            DrawHead(page, office, at, traces.Count, number, pages.Count);
            var y = Top;
            foreach (var row in pages[number - 1])
            {
                DrawRow(page, row, y);
                y += Height(row);
            }

            if (number == pages.Count)
            {
                DrawSignature(page, office, at, y);
            }
        }

        return document.Bytes();
    }

    private static IReadOnlyList<string>[] Lines(DisclosureEntry trace)
    {
        string[] cells = [trace.At.Chinese(), trace.Who, trace.What, trace.Paper];
        return [.. cells.Select((cell, i) => Typography.Wrap(cell, Paper.Points(Columns[i].Width), Size).Select(line => line.TrimStart()).ToList())];
    }

    private static double Height(IReadOnlyList<string>[] row) => (row.Max(cell => cell.Count) * LineHeight) + 2;

    /// <summary>Distributes rows to pages: rows are not split, and the last page has space for the signature.</summary>
    private static List<List<IReadOnlyList<string>[]>> Pages(IReadOnlyList<IReadOnlyList<string>[]> rows)
    {
        List<List<IReadOnlyList<string>[]>> pages = [[]];
        var y = Top;
        foreach (var row in rows)
        {
            if (y + Height(row) > Foot)
            {
                pages.Add([]);
                y = Top;
            }

            pages[^1].Add(row);
            y += Height(row);
        }

        if (y + Signature > Foot)
        {
            pages.Add([]);
        }

        return pages;
    }

    private static void DrawHead(XGraphics page, Office office, DateTimeOffset at, int count, int number, int of)
    {
        Typography.Centred(page, "谁看过我的信息", Paper.Points(Paper.A4.Width / 2), Paper.Points(22), 24, true);
        Write(page, office.OfficialName, Left, 33, 14);
        Write(page, string.Create(CultureInfo.InvariantCulture, $"查到 {at.Chinese()} 为止，共 {count} 条　第 {number} 页，共 {of} 页"), Left, 41, Size);
        foreach (var (title, x, _) in Columns)
        {
            Write(page, title, x, 50, Size, true);
        }

        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(52), Paper.Points(Right), Paper.Points(52));
    }

    private static void DrawRow(XGraphics page, IReadOnlyList<string>[] row, double y)
    {
        for (var i = 0; i < row.Length; i++)
        {
            for (var line = 0; line < row[i].Count; line++)
            {
                Write(page, row[i][line], Columns[i].At, y + (line * LineHeight), Size);
            }
        }
    }

    private static void DrawSignature(XGraphics page, Office office, DateTimeOffset at, double y)
    {
        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(y), Paper.Points(Right), Paper.Points(y));
        Write(page, "导出的台账按时段列出：时段里有您的申报或卡。别人的姓名不在这里。", Left, y + 7, 11);
        Write(page, $"有疑问请打监督电话 {office.SupervisionPhone}，或本村（居）委会 {office.ContactPhone}。", Left, y + 14, 11);
        Write(page, "本人已收到（签字）：　　　　　　　　　　　　经办人：", Left, y + 26, 14);
        Write(page, $"{office.OfficialName}　{BeijingTime.DayOf(at).Chinese()}", Left, y + 36, Size);
    }

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}
