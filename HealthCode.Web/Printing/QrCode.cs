using PdfSharp.Drawing;
using QRCoder;
using SkiaSharp;

namespace HealthCode.Web.Printing;

/// <summary>二维码 — a QR code with error correction Q and a quiet zone of 4 modules, drawn as vectors.</summary>
/// <param name="Modules">Modules per side, including the quiet zone.</param>
/// <param name="Bars">Horizontal runs of dark modules, row by row.</param>
public sealed record QrCode(int Modules, IReadOnlyList<(int Row, int Column, int Length)> Bars)
{
    private const int QuietZone = 4;

    /// <summary>Final gap of the dash pattern, longer than any row.</summary>
    private const int LightTail = 99;

    /// <summary>Slightly more than a module, so that printers leave no white gaps between rows.</summary>
    private const double Thickness = 1.02;

    /// <summary>Creates the code for a text.</summary>
    /// <param name="text">Only digits, capitals and hyphens (alphanumeric mode).</param>
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        // The library's matrix already includes a quiet zone of 4 modules.
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

        return new(rows.Count, bars);
    }

    /// <summary>Draws the code, including its quiet zone, into a square.</summary>
    /// <param name="page">Target page.</param>
    /// <param name="x">Left edge of the quiet zone, in points.</param>
    /// <param name="y">Upper edge of the quiet zone, in points.</param>
    /// <param name="side">Side of the square, in points.</param>
    public void Draw(XGraphics page, double x, double y, double side)
    {
        var state = page.Save();
        page.TranslateTransform(x, y);
        page.ScaleTransform(side / Modules);
        // Each row is one dashed line: a third of the bytes of rectangles, which matters for a thousand cards.
        foreach (var row in Bars.GroupBy(bar => bar.Row))
        {
            var pen = new XPen(XColors.Black, Thickness) { DashStyle = XDashStyle.Custom, DashPattern = Dashes([.. row]) };
            page.DrawLine(pen, row.First().Column, row.Key + 0.5, Modules - QuietZone, row.Key + 0.5);
        }

        page.Restore(state);
    }

    /// <summary>A PNG for web pages, one pixel per module; enlarged by the browser.</summary>
    public byte[] Png()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Modules, Modules, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        foreach (var (row, column, length) in Bars)
        {
            bitmap.GetPixelSpan(column, row)[..length].Clear();
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Alternating dark and light lengths from the first dark module on, in multiples of the pen width.</summary>
    private static double[] Dashes(IReadOnlyList<(int Row, int Column, int Length)> row)
    {
        List<double> dashes = [];
        for (var i = 0; i < row.Count; i++)
        {
            dashes.Add(row[i].Length / Thickness);
            dashes.Add((i + 1 < row.Count ? row[i + 1].Column - row[i].Column - row[i].Length : LightTail) / Thickness);
        }

        return [.. dashes];
    }
}
