using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Stickers;

/// <summary>二维码贴 — sticker with masked name, 有效期至, number and QR code, labelled as a help for checking a card; it is not a pass itself
/// (DECISIONS.md D16).</summary>
public static class Sticker
{
    private const double Leading = 1.3;
    private const double CodeShare = 0.45;
    private const double SmallestModule = 0.5;
    private const double SmallestLine = 7;
    private const double Gap = 1.2;
    private const double NumberSize = 10;

    /// <summary>Draws a sticker into a rectangle; all lengths in mm.</summary>
    /// <param name="canvas">PDF page or thermal bitmap.</param>
    /// <param name="pass">The card.</param>
    /// <param name="code">Its QR code.</param>
    /// <param name="at">Upper left corner of the label.</param>
    /// <param name="size">Size of the label.</param>
    /// <param name="margin">White margin on every side.</param>
    /// <param name="dotsPerMillimetre">Resolution of a thermal printer, so that modules are whole dots; null for a page printer.</param>
    public static void Draw(ICanvas canvas, HealthPass pass, QrCode code, (double X, double Y) at, (double Width, double Height) size, double margin, int? dotsPerMillimetre = null)
    {
        var side = CodeSide(code, size, margin, dotsPerMillimetre);
        canvas.Code(code, at.X + margin, at.Y + ((size.Height - side) / 2), side);

        var left = at.X + margin + side + Gap;
        var width = Paper.Points(at.X + size.Width - margin - left);
        // Thin strokes fade first on thermal paper, so all text is bold there.
        var lines = Lines(pass, width).SelectMany(line => Fitted(line with { Strong = line.Strong || dotsPerMillimetre is not null }, width)).ToList();
        // Scale all lines down if they do not fit the height.
        var shrunk = Math.Min(1, Paper.Points(size.Height - (2 * margin)) / lines.Sum(line => line.Size * Leading));
        lines = [.. lines.Select(line => line with { Size = line.Size * shrunk })];
        var y = at.Y + ((size.Height - Paper.Millimetres(lines.Sum(line => line.Size * Leading))) / 2);
        foreach (var line in lines)
        {
            y += Paper.Millimetres(line.Size * Leading);
            canvas.Line(line.Text, left, y - Paper.Millimetres(line.Size * 0.3), line.Size, line.Strong);
        }
    }

    private static IEnumerable<(string Text, double Size, bool Strong)> Lines(HealthPass pass, double width) =>
    [
        ("持卡人 " + pass.Holder.Name.Masked, 11, false),
        ("有效期至", 9, false),
        (pass.Validity.LastDay.Chinese(), 14, true),
        .. NumberLines(pass.Number, width).Select(line => (line, NumberSize, false)),
        ("核验健康通行卡真伪用", 8, false),
    ];

    /// <summary>Groups of four digits: three and two groups per line, or two, two and one on a narrow label.</summary>
    private static IEnumerable<string> NumberLines(string number, double width)
    {
        var groups = number.Chunk(4).Select(group => new string(group)).ToList();
        var perLine = Typography.Width("0000 0000 0000", NumberSize) * 0.9 <= width ? 3 : 2;
        return groups.Chunk(perLine).Select(line => string.Join(' ', line));
    }

    /// <summary>On one line, or wrapped if it would be too small to read.</summary>
    private static IEnumerable<(string Text, double Size, bool Strong)> Fitted((string Text, double Size, bool Strong) line, double width)
    {
        var size = Typography.Fit(line.Text, width, line.Size, SmallestLine, line.Strong);
        return Typography.Wrap(line.Text, width, size, line.Strong).Select(text => line with { Text = text, Size = size });
    }

    /// <summary>Side of the QR code: its share of the label, with modules of at least half a millimetre; for a thermal printer a whole number of dots
    /// per module.</summary>
    private static double CodeSide(QrCode code, (double Width, double Height) size, double margin, int? dotsPerMillimetre)
    {
        var room = Math.Min(size.Height - (2 * margin), Math.Max(size.Width * CodeShare, code.Modules * SmallestModule));
        return dotsPerMillimetre is { } dots ? Math.Floor(room * dots / code.Modules) * code.Modules / dots : room;
    }
}
