using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>上门名单 — A4 landscape, 16 pt, a row for each person, with room for temperature and words written by hand; a grid worker begins a new page.</summary>
public static class RoundListSheet
{
    private const double Left = 12;
    private const double Top = 38;
    private const double HeadHeight = 9;
    private const double RowHeight = 16;
    private const double Size = 16;
    private const double Small = 11;
    private const double SmallestReason = 6;
    private const int RowsPerPage = 9;

    private static readonly (string Title, double Width)[] Columns =
        [("序号", 15), ("姓名", 38), ("户、电话、住址", 84), ("为什么问", 46), ("体温", 24), ("正常吗", 28), ("症状、本人的话", 38)];

    /// <summary>The list as PDF.</summary>
    /// <param name="rows">In the order of the round.</param>
    /// <param name="office">The office.</param>
    /// <param name="day">The day of the list.</param>
    public static byte[] Draw(IReadOnlyList<RoundListRow> rows, Office office, DateOnly day)
    {
        using var document = Typography.Document("上门名单");
        var pages = rows.GroupBy(row => row.GridWorker).SelectMany(group => group.Chunk(RowsPerPage)).DefaultIfEmpty([]).ToList();
        foreach (var (number, page) in pages.Index())
        {
            using var canvas = document.Page(Paper.A4Landscape);
            DrawHead(canvas, office, day, page is [var first, ..] ? first.GridWorker : "", number + 1, pages.Count);
            for (var i = 0; i < page.Length; i++)
            {
                DrawRow(canvas, page[i], Top + HeadHeight + (i * RowHeight));
            }

            Write(canvas, "体温由您判断正常不正常，圈一个。没见到的写“不在”。录入时照序号。　　上门的人（签字）：", Left, Paper.A4Landscape.Height - 10, Small);
        }

        return document.Bytes();
    }

    private static void DrawHead(XGraphics page, Office office, DateOnly day, string gridWorker, int number, int of)
    {
        Typography.Centred(page, "上门名单", Paper.Points(Paper.A4Landscape.Width / 2), Paper.Points(19), 22, true);
        Write(page, $"{office.OfficialName}　{day.Chinese()}　{(gridWorker.Length > 0 ? "网格员 " + gridWorker : "")}", Left, 32, 13);
        var right = string.Create(CultureInfo.InvariantCulture, $"第 {number} 页，共 {of} 页");
        Write(page, right, Paper.A4Landscape.Width - Left - Paper.Millimetres(Typography.Width(right, 13)), 32, 13);
        var x = Left;
        foreach (var (title, width) in Columns)
        {
            Box(page, x, Top, width, HeadHeight);
            Write(page, title, x + 1.5, Top + 6.3, Typography.Fit(title, Paper.Points(width - 3), 13, 8), true);
            x += width;
        }
    }

    private static void DrawRow(XGraphics page, RoundListRow row, double y)
    {
        string[][] cells = [[row.Number.ToString(CultureInfo.InvariantCulture)], [row.Name], [$"{row.Household}　{row.Phone}".Trim('　'), row.Address], [], [], ["正常　不正常"], []];
        var x = Left;
        for (var i = 0; i < Columns.Length; i++)
        {
            var width = Columns[i].Width;
            Box(page, x, y, width, RowHeight);
            if (Columns[i].Title == "为什么问")
            {
                DrawReason(page, row.Reason, x, y, width);
            }

            foreach (var (line, text) in cells[i].Index())
            {
                var largest = i == 5 ? Small : cells[i].Length > 1 && line > 0 ? 13 : Size;
                Write(page, text, x + 1.5, y + (cells[i].Length == 1 ? 10 : 6.6 + (line * 7)), Typography.Fit(text, Paper.Points(width - 3), largest, 7), i == 1);
            }

            x += width;
        }
    }

    /// <summary>In the largest size in which all of it fits.</summary>
    private static void DrawReason(XGraphics page, string reason, double x, double y, double width)
    {
        var size = Small;
        var lines = Typography.Wrap(reason, Paper.Points(width - 3), size);
        while (lines.Count * LineOf(size) > RowHeight - 2 && size > SmallestReason)
        {
            size--;
            lines = Typography.Wrap(reason, Paper.Points(width - 3), size);
        }

        foreach (var (place, line) in lines.Index())
        {
            Write(page, line, x + 1.5, y + 1 + ((place + 0.85) * LineOf(size)), size);
        }
    }

    private static double LineOf(double size) => Paper.Millimetres(size * 1.2);

    private static void Box(XGraphics page, double x, double y, double width, double height) =>
        page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}

/// <summary>A person on a round list.</summary>
/// <param name="Number">序号 of the day's list.</param>
/// <param name="GridWorker">网格员; empty when there is none.</param>
/// <param name="Name">姓名.</param>
/// <param name="Household">小组、户号.</param>
/// <param name="Phone">电话; empty when there is none.</param>
/// <param name="Address">住址.</param>
/// <param name="Reason">为什么问.</param>
public sealed record RoundListRow(int Number, string GridWorker, string Name, string Household, string Phone, string Address, string Reason);
