using HealthCode.Web.Printing.Cards;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>作废样张 — test print of the seal on a sheet clearly marked as void, because nothing else blank may carry the seal.</summary>
public static class SealProof
{
    /// <summary>A6 page, crossed out.</summary>
    public static byte[] Draw(SealImage image)
    {
        using var document = Typography.Document("公章图样，作废样张");
        using (var page = document.Page(Paper.A6))
        {
            var (centre, middle) = (Paper.Points(Paper.A6.Width / 2), Paper.Points(Paper.A6.Height / 2));
            Typography.Centred(page, "公章图样，作废样张", centre, Paper.Points(25), 18, true);
            image.Draw(page, centre, middle, Paper.Points(CardSheet.SealDiameter));
            Typography.Centred(page, "作  废", centre, middle + 8, 40, true);
            page.DrawLine(new XPen(XColors.Black, 1.5), Paper.Points(15), Paper.Points(115), Paper.Points(90), Paper.Points(35));
            Typography.Centred(page, "直径应为 42 毫米，请用尺量", centre, Paper.Points(128), 12);
        }

        return document.Bytes();
    }
}
