using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Stickers;

/// <summary>二维码贴 — helps to check a card and says so: masked name, 有效期至, number, QR. It is no code of its own (DECISIONS.md D16).</summary>
public static class Sticker
{
    private const double Leading = 1.3;
    private const double CodeShare = 0.45;
    private const double SmallestModule = 0.5;
    private const double SmallestLine = 7;
    private const double Gap = 1.2;
    private const double NumberSize = 10;

    /// <summary>Draws one into a rectangle, mm.</summary>
    /// <param name="canvas">A page, or the dots of a thermal head.</param>
    /// <param name="pass">Whose card.</param>
    /// <param name="code">Its code.</param>
    /// <param name="at">Upper left of the label.</param>
    /// <param name="size">Of the label.</param>
    /// <param name="margin">Left white on every side.</param>
    /// <param name="dotsPerMillimetre">Of a thermal head: the modules of the code are whole dots. Null on a page.</param>
    public static void Draw(ICanvas canvas, HealthPass pass, QrCode code, (double X, double Y) at, (double Width, double Height) size, double margin, int? dotsPerMillimetre = null)
    {
        var side = CodeSide(code, size, margin, dotsPerMillimetre);
        canvas.Code(code, at.X + margin, at.Y + ((size.Height - side) / 2), side);

        var left = at.X + margin + side + Gap;
        var width = Paper.Points(at.X + size.Width - margin - left);
        // Thin strokes fade first on thermal paper: there all of it is bold.
        var lines = Lines(pass, width).SelectMany(line => Fitted(line with { Strong = line.Strong || dotsPerMillimetre is not null }, width)).ToList();
        // Too many lines for the label: all of them a little smaller.
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

    /// <summary>Three groups of four and two; on a narrow label two, two and one.</summary>
    private static IEnumerable<string> NumberLines(string number, double width)
    {
        var groups = number.Chunk(4).Select(group => new string(group)).ToList();
        var perLine = Typography.Width("0000 0000 0000", NumberSize) * 0.9 <= width ? 3 : 2;
        return groups.Chunk(perLine).Select(line => string.Join(' ', line));
    }

    /// <summary>On one line, or on several where one would be too small to read.</summary>
    private static IEnumerable<(string Text, double Size, bool Strong)> Fitted((string Text, double Size, bool Strong) line, double width)
    {
        var size = Typography.Fit(line.Text, width, line.Size, SmallestLine, line.Strong);
        return Typography.Wrap(line.Text, width, size, line.Strong).Select(text => line with { Text = text, Size = size });
    }

    /// <summary>Its share of the label, but no module below half a millimetre; on a thermal head a whole number of dots a module.</summary>
    private static double CodeSide(QrCode code, (double Width, double Height) size, double margin, int? dotsPerMillimetre)
    {
        var room = Math.Min(size.Height - (2 * margin), Math.Max(size.Width * CodeShare, code.Modules * SmallestModule));
        return dotsPerMillimetre is { } dots ? Math.Floor(room * dots / code.Modules) * code.Modules / dots : room;
    }
}
