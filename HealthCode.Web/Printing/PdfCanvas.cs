using PdfSharp.Drawing;

namespace HealthCode.Web.Printing;

/// <summary>Draws on a PDF page.</summary>
public sealed class PdfCanvas(XGraphics page) : ICanvas
{
    public void Line(string text, double x, double y, double size, bool strong = false) =>
        Typography.Line(page, text, Paper.Points(x), Paper.Points(y), size, strong);

    public void Code(QrCode code, double x, double y, double side) =>
        code.Draw(page, Paper.Points(x), Paper.Points(y), Paper.Points(side));
}
