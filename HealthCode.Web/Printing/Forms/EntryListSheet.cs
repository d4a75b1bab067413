using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Venues;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>入场登记名单 — A4, a row for each person without a telephone, filled in by hand at the door and keyed back by the rows' numbers.</summary>
public static class EntryListSheet
{
    /// <summary>Rows on a sheet, as many as on the page that keys them back.</summary>
    public const int Rows = 20;

    private const double Left = 15;
    private const double Top = 55;
    private const double HeadHeight = 9;
    private const double RowHeight = 10.2;

    private static readonly (string Title, double Width)[] Columns = [("序号", 13), ("几点", 24), ("姓名，或者卡号", 64), ("出示了什么", 41), ("体温（圈一个）", 38)];

    /// <summary>The blank list as PDF, one page.</summary>
    /// <param name="venue">The venue, whose number is at the head.</param>
    /// <param name="office">The office that keys it back.</param>
    public static byte[] Draw(Venue venue, Office office)
    {
        using var document = Typography.Document("入场登记名单");
        using (var page = document.Page(Paper.A4))
        {
            Typography.Centred(page, "入场登记名单", Paper.Points(Paper.A4.Width / 2), Paper.Points(22), 22, true);
            Write(page, $"场所编号 {venue.NumberText}", Left, 34, 18, true);
            Write(page, venue.Name, 75, 34, Typography.Fit(venue.Name, Paper.Points(Paper.A4.Width - Left - 75), 16, 8));
            Write(page, "日期　　　　年　　　月　　　日", Left, 46, 14);
            Write(page, "登记的人（签名）", 100, 46, 14);
            page.DrawLine(new XPen(XColors.Black, 0.5), Paper.Points(140), Paper.Points(47), Paper.Points(Paper.A4.Width - Left), Paper.Points(47));
            DrawTable(page);
            WriteFoot(page, "没有手机的人才登记。几点、姓名（或者卡号）都要写；出示了什么照实写，没有就空着，不要求另开证明。", 274);
            WriteFoot(page, "体温由您判断，圈一个。不正常的，马上告诉村（居）委会。换人登记，另起一张。", 280);
            WriteFoot(page, office.OfficialName, 286);
        }

        return document.Bytes();
    }

    private static void WriteFoot(XGraphics page, string text, double y) => Write(page, text, Left, y, Typography.Fit(text, Paper.Points(Paper.A4.Width - (2 * Left)), 11, 6));

    private static void DrawTable(XGraphics page)
    {
        var x = Left;
        foreach (var (title, width) in Columns)
        {
            Box(page, x, Top, width, HeadHeight);
            Write(page, title, x + 1.5, Top + 6.3, Typography.Fit(title, Paper.Points(width - 3), 13, 8, true), true);
            for (var row = 0; row < Rows; row++)
            {
                var y = Top + HeadHeight + (row * RowHeight);
                Box(page, x, y, width, RowHeight);
                var known = title == Columns[0].Title ? (row + 1).ToString(CultureInfo.InvariantCulture) : title == Columns[^1].Title ? "正常　不正常" : "";
                Write(page, known, x + 2, y + 6.8, 13);
            }

            x += width;
        }
    }

    private static void Box(XGraphics page, double x, double y, double width, double height) =>
        page.DrawRectangle(new XPen(XColors.Black, 0.5), Paper.Points(x), Paper.Points(y), Paper.Points(width), Paper.Points(height));

    private static void Write(XGraphics page, string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);
}
