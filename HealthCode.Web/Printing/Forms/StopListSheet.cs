using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>停用、作废名单 — printed stop list for a checkpoint without a computer: sorted card numbers only, with instructions for checking a
/// card.</summary>
public static class StopListSheet
{
    private const double Left = 18;
    private const double Right = 192;
    private const double Top = 52;
    private const double Foot = 232;
    private const double LineHeight = 6.6;
    private const double Size = 13;
    private const int Columns = 6;
    private const int PrefixLength = 12;

    /// <summary>The list as PDF.</summary>
    /// <param name="lines">In any order.</param>
    /// <param name="office">The office that prints it.</param>
    /// <param name="at">Time of the list.</param>
    public static byte[] Draw(IReadOnlyList<StoppedPass> lines, Office office, DateTimeOffset at)
    {
        using var document = Typography.Document("停用、作废名单");
        var pages = Pages(lines);
        var pack = office.RulesOn(BeijingTime.DayOf(at));
        // A checkpoint in a province that issues no cards may check cards of another province.
        var title = pack.IssuesPasses ? pack.Pass.Title : "健康通行卡";
        for (var page = 0; page < pages.Count; page++)
        {
            using var canvas = document.Page(Paper.A4);
            DrawHead(canvas, office, at, lines.Count, page + 1, pages.Count);
            var y = Top;
            foreach (var row in pages[page])
            {
                DrawRow(canvas, row, y);
                y += LineHeight;
            }

            DrawFoot(canvas, office, title);
        }

        return document.Bytes();
    }

    /// <summary>Layouts a heading per issuing office, then its numbers in six columns. Every page starts with a heading and none ends with one, so
    /// that each sheet can be used alone.</summary>
    private static List<List<string[]>> Pages(IReadOnlyList<StoppedPass> lines)
    {
        var perPage = (int)((Foot - Top) / LineHeight);
        List<List<string[]>> pages = [lines.Count == 0 ? [["今天没有停用、作废的卡。"]] : []];
        foreach (var office in lines.Select(line => line.Number).Order(StringComparer.Ordinal).GroupBy(number => number[..PrefixLength]))
        {
            string[] heading = [$"卡号前 12 位是 {string.Join(' ', office.Key.Chunk(4).Select(group => new string(group)))} 的，后 8 位是："];
            var isHeaded = false;
            foreach (var row in office.Select(number => number[PrefixLength..].Insert(4, " ")).Chunk(Columns))
            {
                if (pages[^1].Count + (isHeaded ? 1 : 2) > perPage)
                {
                    pages.Add([]);
                    isHeaded = false;
                }

                pages[^1].AddRange(isHeaded ? [row] : [heading, row]);
                isHeaded = true;
            }
        }

        return pages;
    }

    private static void DrawHead(XGraphics page, Office office, DateTimeOffset at, int count, int number, int of)
    {
        var local = BeijingTime.At(at);
        Typography.Centred(page, "停用、作废名单", Paper.Points(Paper.A4.Width / 2), Paper.Points(20), 24, true);
        Write(page, office.OfficialName, Left, 31, 12);
        Write(page, string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDateTime(local.DateTime).Chinese()} {local:HH:mm} 的名单，共 {count} 张　第 {number} 页，共 {of} 页　过了一天就旧了，请换新的"), Left, 39, 12);
        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(43), Paper.Points(Right), Paper.Points(43));
    }

    private static void DrawRow(XGraphics page, string[] row, double y)
    {
        var step = (Right - Left) / Columns;
        for (var i = 0; i < row.Length; i++)
        {
            Write(page, row[i], Left + (i * step), y, Size, row.Length > 1 || char.IsAsciiDigit(row[i][0]));
        }
    }

    private static string[] HowToLook(string title) =>
    [
        $"一、看正面：标题是“{title}”，盖有村（居）委会的公章，公章压着日期。",
        "二、对照本人证件：姓名、号码和卡上一样。",
        "三、看背面“有效期至”：今天还没有过这一天。",
        "四、看卡号后 8 位在不在上面的名单里。在名单里的，打电话问核发机构，不要当场没收。",
        "五、量体温，由您判断。有疑问的打电话，不要为难老人。",
    ];

    private static void DrawFoot(XGraphics page, Office office, string title)
    {
        page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(Foot + 4), Paper.Points(Right), Paper.Points(Foot + 4));
        var y = Foot + 11;
        Write(page, "怎样看一张卡", Left, y, 13, true);
        foreach (var line in HowToLook(title))
        {
            y += 6.4;
            Write(page, line, Left, y, Typography.Fit(line, Paper.Points(Right - Left), 11.5, 8));
        }

        Write(page, $"核发机构电话 {office.ContactPhone}　监督电话 {office.SupervisionPhone}", Left, y + 8, 12, true);
    }

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}
