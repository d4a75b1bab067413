using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>领取单 — A4, 16 pt: the cards of one household that are handed over together, and one line to sign.</summary>
public static class CollectionSheet
{
    private const double Left = 20;
    private const double Top = 50;
    private const double RowHeight = 13;
    private const double Size = 16;
    private const double Smallest = 8;
    private const int RowsPerPage = 13;

    private static readonly (string Title, double Width)[] Columns = [("序号", 16), ("姓名", 40), ("卡号", 72), ("有效期至", 42)];

    /// <summary>The sheet as PDF.</summary>
    /// <param name="cards">At least one, stamped or handed over.</param>
    /// <param name="office">The issuing office.</param>
    /// <param name="day">The day of the hand-over.</param>
    public static byte[] Draw(IReadOnlyList<HealthPass> cards, Office office, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cards.Count);

        using var document = Typography.Document("领取单");
        var pages = cards.Chunk(RowsPerPage).ToList();
        foreach (var (number, rows) in pages.Index())
        {
            using var page = document.Page(Paper.A4);
            Typography.Centred(page, "健康通行卡领取单", Paper.Points(Paper.A4.Width / 2), Paper.Points(24), 24, true);
            Write(page, $"{office.OfficialName}　{day.Chinese()}", Left, 36, 13, 170);
            if (pages.Count > 1)
            {
                Write(page, $"第 {number + 1} 页，共 {pages.Count} 页", Left, 44, 11, 170);
            }

            DrawRow(page, [.. Columns.Select(column => column.Title)], Top, true);
            foreach (var (i, card) in rows.Index())
            {
                DrawRow(
                    page,
                    [((number * RowsPerPage) + i + 1).ToString(CultureInfo.InvariantCulture), card.Holder.Name.Value, PassNumber.Restore(card.Number).Grouped, card.Validity.LastDay.Chinese()],
                    Top + ((i + 1) * RowHeight), false);
            }

            if (number == pages.Count - 1)
            {
                DrawFoot(page, cards.Count, Top + ((rows.Length + 1) * RowHeight) + 14);
            }
        }

        return document.Bytes();
    }

    private static void DrawFoot(XGraphics page, int count, double y)
    {
        Write(page, $"以上 {count} 张卡，都已盖章，今日领到，与本人证件同时使用。没有领到的一张请划掉。", Left, y, 14, 170);
        Signed(page, "领取人（签字或按手印）：", Left, 82, 190, y + 20);
        Signed(page, "与持卡人关系：", Left, 58, 118, y + 38);
        Signed(page, "日期：", 122, 138, 190, y + 38);
    }

    private static void Signed(XGraphics page, string label, double x, double from, double to, double y)
    {
        Write(page, label, x, y, 14, from - x);
        page.DrawLine(new XPen(XColors.Black, 0.7), Paper.Points(from), Paper.Points(y + 1.5), Paper.Points(to), Paper.Points(y + 1.5));
    }

    private static void DrawRow(XGraphics page, string[] cells, double y, bool strong)
    {
        var x = Left;
        foreach (var (i, (_, width)) in Columns.Index())
        {
            page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(RowHeight));
            Write(page, cells[i], x + 2, y + 8.5, Size, width - 4, strong);
            x += width;
        }
    }

    private static void Write(XGraphics page, string text, double x, double y, double largest, double width, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), Typography.Fit(text, Paper.Points(width), largest, Smallest, strong), strong);
}
