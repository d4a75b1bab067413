using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>到期续办走访单 — A4 landscape, 16 pt, for whoever walks from door to door: group by group, house by house, with a box to tick and room to write; a grid
/// worker begins a new page.</summary>
public static class RenewalRoundSheet
{
    private const double Left = 12;
    private const double Top = 36;
    private const double HeadHeight = 9;
    private const double GroupHeight = 10;
    private const double RowHeight = 12.5;
    private const double Bottom = 196;
    private const double Size = 16;

    private static readonly (string Title, double Width)[] Columns = [("办了", 16), ("住址", 82), ("姓名", 40), ("电话", 52), ("有效期至", 42), ("记事", 41)];

    /// <summary>The list as PDF.</summary>
    /// <param name="rows">In walking order.</param>
    /// <param name="office">The office.</param>
    /// <param name="day">The day of the list.</param>
    public static byte[] Draw(IReadOnlyList<RenewalRoundRow> rows, Office office, DateOnly day)
    {
        using var document = Typography.Document("到期续办走访单");
        var pages = rows.GroupBy(row => row.GridWorker).SelectMany(of => Pages([.. of])).DefaultIfEmpty([]).ToList();
        foreach (var (number, page) in pages.Index())
        {
            using var canvas = document.Page(Paper.A4Landscape);
            DrawHead(canvas, office, day, page is [var first, ..] ? first.GridWorker : "", number + 1, pages.Count);
            var y = Top + HeadHeight;
            foreach (var (place, row) in page.Index())
            {
                if (place == 0 || page[place - 1].Group != row.Group)
                {
                    DrawGroup(canvas, row.Group, y);
                    y += GroupHeight;
                }

                DrawRow(canvas, row, place > 0 && page[place - 1].Address == row.Address && page[place - 1].Group == row.Group, y);
                y += RowHeight;
            }

            Write(canvas, "请本人带身份证件和旧卡来续办；走不动的，登记下来，村（居）委会上门办。没有电话的，带个话也行。　　走访的人（签字）：", Left, 204, 12);
        }

        return document.Bytes();
    }

    /// <summary>Distributes the rows of a grid worker to pages; the heading of a group stays with its first row.</summary>
    private static List<List<RenewalRoundRow>> Pages(IReadOnlyList<RenewalRoundRow> rows)
    {
        List<List<RenewalRoundRow>> pages = [];
        var y = double.MaxValue;
        foreach (var (place, row) in rows.Index())
        {
            var height = RowHeight + (place == 0 || rows[place - 1].Group != row.Group ? GroupHeight : 0);
            if (y + height > Bottom)
            {
                pages.Add([]);
                (y, height) = (Top + HeadHeight, RowHeight + GroupHeight);
            }

            pages[^1].Add(row);
            y += height;
        }

        return pages;
    }

    private static void DrawHead(XGraphics page, Office office, DateOnly day, string gridWorker, int number, int of)
    {
        Typography.Centred(page, "到期续办走访单", Paper.Points(Paper.A4Landscape.Width / 2), Paper.Points(19), 22, true);
        Write(page, $"{office.OfficialName}　{day.Chinese()}　{(gridWorker.Length > 0 ? "网格员 " + gridWorker : "没有登记网格员的")}", Left, 31, 13);
        var right = string.Create(CultureInfo.InvariantCulture, $"第 {number} 页，共 {of} 页");
        Write(page, right, Paper.A4Landscape.Width - Left - Paper.Millimetres(Typography.Width(right, 13)), 31, 13);
        var x = Left;
        foreach (var (title, width) in Columns)
        {
            Box(page, x, Top, width, HeadHeight);
            Write(page, title, x + 2, Top + 6.3, 13, true);
            x += width;
        }
    }

    private static void DrawGroup(XGraphics page, string group, double y)
    {
        page.DrawRectangle(new XPen(XColors.Black, 0.5), XBrushes.WhiteSmoke, Paper.Points(Left), Paper.Points(y), Paper.Points(Columns.Sum(column => column.Width)), Paper.Points(GroupHeight));
        Write(page, group.Length > 0 ? group : "没有登记小组的", Left + 2, y + 7, Size, true);
    }

    private static void DrawRow(XGraphics page, RenewalRoundRow row, bool isSameHouse, double y)
    {
        string[] cells = ["□", isSameHouse ? "同上一户" : row.Address, row.Name, row.Phone.Length > 0 ? row.Phone : "没有电话", $"{row.LastDay.ChineseShort()}\n{InDays(row.DaysLeft)}", ""];
        var x = Left;
        foreach (var (i, (_, width)) in Columns.Index())
        {
            Box(page, x, y, width, RowHeight);
            var strong = i == 2;
            var parts = cells[i].Split('\n');
            var (lines, size) = parts.Length > 1 ? (parts, 13) : Typography.WrapToFit(cells[i], Paper.Points(width - 4), Paper.Points(RowHeight - 1), i == 0 ? 24 : Size, 8, strong);
            var height = Paper.Millimetres(size * Typography.LineSpacing);
            var first = y + ((RowHeight - (lines.Count * height)) / 2) + (height * 0.8);
            foreach (var (place, line) in lines.Index())
            {
                Write(page, line, x + 2, first + (place * height), size, strong);
            }

            x += width;
        }
    }

    private static string InDays(int days) => days switch
    {
        < 0 => $"过期 {-days} 天了",
        0 => "今天最后一天",
        _ => $"还剩 {days} 天",
    };

    private static void Box(XGraphics page, double x, double y, double width, double height) =>
        page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}

/// <summary>Somebody on the list.</summary>
/// <param name="GridWorker">网格员; empty when there is none.</param>
/// <param name="Group">村民小组; empty when there is none.</param>
/// <param name="Address">住址.</param>
/// <param name="Name">姓名.</param>
/// <param name="Phone">电话; empty when there is none.</param>
/// <param name="LastDay">有效期至.</param>
/// <param name="DaysLeft">Days left; negative when over.</param>
public sealed record RenewalRoundRow(string GridWorker, string Group, string Address, string Name, string Phone, DateOnly LastDay, int DaysLeft);
