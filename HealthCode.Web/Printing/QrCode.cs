using PdfSharp.Drawing;
using QRCoder;
using SkiaSharp;

namespace HealthCode.Web.Printing;

/// <summary>二维码 — error correction Q, quiet zone of 4 modules, square modules drawn as vectors.</summary>
/// <param name="Modules">On a side, quiet zone included.</param>
/// <param name="Bars">Runs of dark modules, row by row.</param>
public sealed record QrCode(int Modules, IReadOnlyList<(int Row, int Column, int Length)> Bars)
{
    private const int QuietZone = 4;

    /// <summary>Longer than any row.</summary>
    private const int LightTail = 99;

    /// <summary>A hair over one module, so that no printer leaves white between two rows.</summary>
    private const double Thickness = 1.02;

    /// <summary>The code of a text.</summary>
    /// <param name="text">What a scanner types: figures, capitals and hyphens only.</param>
    public static QrCode Of(string text)
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

        return new(rows.Count, bars);
    }

    /// <summary>Draws it into a square, its quiet zone included.</summary>
    /// <param name="page">Where.</param>
    /// <param name="x">Left edge of the quiet zone, points.</param>
    /// <param name="y">Upper edge of the quiet zone, points.</param>
    /// <param name="side">Points.</param>
    public void Draw(XGraphics page, double x, double y, double side)
    {
        var state = page.Save();
        page.TranslateTransform(x, y);
        page.ScaleTransform(side / Modules);
        // A row is one dashed line: a third of the bytes of its rectangles, which counts in a thousand cards.
        foreach (var row in Bars.GroupBy(bar => bar.Row))
        {
            var pen = new XPen(XColors.Black, Thickness) { DashStyle = XDashStyle.Custom, DashPattern = Dashes([.. row]) };
            page.DrawLine(pen, row.First().Column, row.Key + 0.5, Modules - QuietZone, row.Key + 0.5);
        }

        page.Restore(state);
    }

    /// <summary>A small picture for a page, a pixel a module; the browser enlarges it.</summary>
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

    /// <summary>Dark, light, dark … from the first dark module on, in multiples of the pen.</summary>
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
