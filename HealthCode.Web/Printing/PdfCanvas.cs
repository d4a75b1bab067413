using PdfSharp.Drawing;

namespace HealthCode.Web.Printing;

/// <summary>Draws on a PDF page.</summary>
public sealed class PdfCanvas(XGraphics page) : ICardCanvas
{
    public void Line(string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);

    public void Code(QrCode code, double x, double y, double side) =>
        code.Draw(page, Paper.Points(x), Paper.Points(y), Paper.Points(side));

    public void Hairline(double from, double to, double y) =>
        page.DrawLine(new XPen(XColors.Gray, 0.4), Paper.Points(from), Paper.Points(y), Paper.Points(to), Paper.Points(y));

    public void SealPlace(double x, double y, double diameter) => page.DrawEllipse(
        new XPen(XColors.Gray, 0.6) { DashStyle = XDashStyle.Dash },
        Paper.Points(x - (diameter / 2)), Paper.Points(y - (diameter / 2)), Paper.Points(diameter), Paper.Points(diameter));

    public void Hint(string text, double centre, double y, double size) =>
        Typography.Centred(page, text, Paper.Points(centre), Paper.Points(y), size, brush: XBrushes.Gray);
}
