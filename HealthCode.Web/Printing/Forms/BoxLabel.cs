using HealthCode.Domain.Archives;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Forms;

/// <summary>箱签 — A6 label for a box of archived forms: large number, content, and retention period.</summary>
public static class BoxLabel
{
    private const double Left = 8;
    private const double Right = 97;

    /// <summary>The label as PDF.</summary>
    /// <param name="box">The registered box.</param>
    /// <param name="office">The office that keeps it.</param>
    public static byte[] Draw(PaperBox box, Office office)
    {
        using var document = Typography.Document("箱签");
        using (var page = document.Page(Paper.A6))
        {
            page.DrawRectangle(new XPen(XColors.Black, 1.5), Paper.Points(5), Paper.Points(5), Paper.Points(95), Paper.Points(138));
            Write(page, office.OfficialName, 15, 13, false);
            Write(page, "纸质材料　箱号", 27, 14, false);
            Write(page, box.Number, 44, 44, true);
            var y = 58.0;
            foreach (var (line, size, strong) in ((string, double, bool)[])
            [
                (box.Content, 17, true), ($"{box.Copies} 份", 17, true), ($"{box.FirstDay.Chinese()} 至 {box.LastDay.Chinese()}", 14, false), ($"存放处：{box.Place}", 14, false),
            ])
            {
                foreach (var part in Typography.Wrap(line, Paper.Points(Right - Left), size, strong))
                {
                    Typography.Line(page, part, Paper.Points(Left), Paper.Points(y), size, strong);
                    y += size * 0.53;
                }

                y += 2;
            }

            page.DrawLine(new XPen(XColors.Black, 0.8), Paper.Points(Left), Paper.Points(116), Paper.Points(Right), Paper.Points(116));
            y = 124;
            foreach (var line in Typography.Wrap("留存至疫情解除后 30 天，由两位监销人碎纸或送保密销毁点。在这以前不得销毁。", Paper.Points(Right - Left), 13))
            {
                Typography.Line(page, line, Paper.Points(Left), Paper.Points(y), 13);
                y += 6.5;
            }
        }

        return document.Bytes();
    }

    private static void Write(XGraphics page, string text, double y, double largest, bool strong)
    {
        var size = Typography.Fit(text, Paper.Points(Right - Left), largest, 8, strong);
        Typography.Line(page, text, Paper.Points(Left), Paper.Points(y), size, strong);
    }
}
