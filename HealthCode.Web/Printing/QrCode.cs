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
        var (modules, bars) = Bars(text);
        var state = page.Save();
        page.TranslateTransform(x, y);
        // One module is one unit: whole numbers keep a thousand codes small.
        page.ScaleTransform(side / modules);
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        foreach (var (row, column, length) in bars)
        {
            path.AddRectangle(column, row, length, 1);
        }

        page.DrawPath(XBrushes.Black, path);
        page.Restore(state);
    }

    /// <summary>The code as dark bars for any canvas.</summary>
    /// <param name="text">As for drawing.</param>
    /// <returns>Modules on a side, quiet zone included, and runs of dark modules: row, first column, length.</returns>
    public static (int Modules, IReadOnlyList<(int Row, int Column, int Length)> Bars) Bars(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        // The matrix of the library already stands in a quiet zone of 4 modules.
        var rows = data.ModuleMatrix;
        List<(int, int, int)> bars = [];
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
                    bars.Add((row, first, column - first));
                }
            }
        }

        return (rows.Count, bars);
    }
}
