using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>上门名单 of a round — A4 landscape, large print: who is visited, where and why, with boxes for what came of it. The name of the one who walks is on every page, because
/// the sheet has addresses and telephones in full.</summary>
public static class OutreachSheet
{
    private const double Left = 12;
    private const double Top = 38;
    private const double HeadHeight = 9;
    private const double RowHeight = 17;
    private const double Size = 16;
    private const double Small = 11;
    private const double Results = 13;
    private const double Smallest = 6;
    private const double FootHeight = 7;
    private const int RowsPerPage = 8;

    private static readonly (string Title, double Width)[] Columns = [("序号", 15), ("姓名", 40), ("户、电话、住址", 88), ("为什么上门", 46), ("结果（圈一个）", 54), ("备注", 30)];

    /// <summary>The list as PDF.</summary>
    /// <param name="rows">In the order of the round.</param>
    /// <param name="round">The round: number, kind, who walks.</param>
    /// <param name="office">The office.</param>
    public static byte[] Draw(IReadOnlyList<OutreachSheetRow> rows, OutreachRound round, Office office)
    {
        using var document = Typography.Document("上门名单");
        var pages = rows.Chunk(RowsPerPage).DefaultIfEmpty([]).ToList();
        foreach (var (number, page) in pages.Index())
        {
            using var canvas = document.Page(Paper.A4Landscape);
            DrawHead(canvas, round, office, number + 1, pages.Count);
            foreach (var (place, row) in page.Index())
            {
                DrawRow(canvas, row, Top + HeadHeight + (place * RowHeight));
            }

            Write(canvas, "没见到的圈“家里没人”。名单上有住址和电话，只给上门的人，用完交回，录好以后和申报表一起留存。　　上门的人（签字）：", Left, Paper.A4Landscape.Height - FootHeight, Small);
        }

        return document.Bytes();
    }

    private static void DrawHead(XGraphics page, OutreachRound round, Office office, int number, int of)
    {
        Typography.Centred(page, $"上门名单（{round.Kind.ChineseName()}）", Paper.Points(Paper.A4Landscape.Width / 2), Paper.Points(19), 22, true);
        var head = $"{office.OfficialName}　第 {round.Number} 次　{round.StartsOn.Chinese()}起　上门的人 {round.Worker.Name.Value} {round.Worker.Phone?.Value}".TrimEnd();
        var right = string.Create(CultureInfo.InvariantCulture, $"第 {number} 页，共 {of} 页");
        var rightWidth = Paper.Millimetres(Typography.Width(right, 13));
        Write(page, head, Left, 32, Typography.Fit(head, Paper.Points(Paper.A4Landscape.Width - (2 * Left) - rightWidth - 4), 13, 7));
        Write(page, right, Paper.A4Landscape.Width - Left - rightWidth, 32, 13);
        var x = Left;
        foreach (var (title, width) in Columns)
        {
            Box(page, x, Top, width, HeadHeight);
            Write(page, title, x + 1.5, Top + 6.3, Typography.Fit(title, Paper.Points(width - 3), 13, 8), true);
            x += width;
        }
    }

    private static void DrawRow(XGraphics page, OutreachSheetRow row, double y)
    {
        (string Text, double Largest, bool Strong)[][] cells =
        [
            [(row.Number.ToString(CultureInfo.InvariantCulture), Size, false)],
            [(row.Name, Size, true), (row.Age, Small, false)],
            [($"{row.Household}　{row.Phone}".Trim('　'), Size, false), (row.Address, Size, false)],
            [(row.Reason, Results, false)],
            [("已办　家里没人　不需要", Results, false), ("已有码　再来", Results, false)],
            [],
        ];
        var x = Left;
        foreach (var (i, (_, width)) in Columns.Index())
        {
            Box(page, x, y, width, RowHeight);
            var height = (RowHeight - 2) / Math.Max(1, cells[i].Length);
            foreach (var (place, (text, largest, strong)) in cells[i].Index())
            {
                DrawText(page, text, x + 1.5, y + 1 + (place * height), width - 3, height, largest, strong);
            }

            x += width;
        }
    }

    /// <summary>On one line where it can be read, else on as many as all of it needs.</summary>
    private static void DrawText(XGraphics page, string text, double x, double y, double width, double height, double largest, bool strong)
    {
        var oneLine = Typography.Fit(text, Paper.Points(width), largest, Smallest, strong);
        var (lines, size) = oneLine >= Small ? ([text], oneLine) : Typography.WrapToFit(text, Paper.Points(width), Paper.Points(height), Small, Smallest, strong);
        var line = Paper.Millimetres(size * Typography.LineSpacing);
        var top = y + ((height - (lines.Count * line)) / 2);
        foreach (var (place, part) in lines.Index())
        {
            Write(page, part, x, top + ((place + 0.85) * line), size, strong);
        }
    }

    private static void Box(XGraphics page, double x, double y, double width, double height) =>
        page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}

/// <summary>Somebody on the list of a round.</summary>
/// <param name="Number">序号.</param>
/// <param name="Name">姓名.</param>
/// <param name="Age">e.g. 82 岁.</param>
/// <param name="Household">小组、户号.</param>
/// <param name="Phone">电话; empty when there is none.</param>
/// <param name="Address">住址, in full.</param>
/// <param name="Reason">为什么上门.</param>
public sealed record OutreachSheetRow(int Number, string Name, string Age, string Household, string Phone, string Address, string Reason);
