using PdfSharp.Drawing;
using QRCoder;

namespace HealthCode.Web.Printing;

/// <summary>二维码 — error correction Q, quiet zone of 4 modules, square modules drawn as one vector path.</summary>
public static class QrCode
{
    private const int QuietZone = 4;

    /// <summary>Draws the code into a square, its quiet zone included.</summary>
    /// <param name="page">Where.</param>
    /// <param name="text">What a scanner types: figures, capitals and hyphens only.</param>
    /// <param name="x">Left edge of the quiet zone, points.</param>
    /// <param name="y">Upper edge of the quiet zone, points.</param>
    /// <param name="side">Points.</param>
    public static void Draw(XGraphics page, string text, double x, double y, double side)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        // The matrix of the library already stands in a quiet zone of 4 modules.
        var rows = data.ModuleMatrix;
        var module = side / rows.Count;
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = QuietZone; row < rows.Count - QuietZone; row++)
        {
            for (var column = QuietZone; column < rows.Count - QuietZone; column++)
            {
                var first = column;
                while (column < rows.Count - QuietZone && rows[row][column])
                {
                    column++;
                }

                if (column > first)
                {
                    path.AddRectangle(x + (first * module), y + (row * module), (column - first) * module, module);
                }
            }
        }

        page.DrawPath(XBrushes.Black, path);
    }
}
