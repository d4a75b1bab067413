using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Stickers;

/// <summary>二维码贴 — helps to check a card and says so: masked name, 有效期至, number, QR. It is no code of its own (rule-table 3).</summary>
public static class Sticker
{
    private const double Leading = 1.3;
    private const double CodeShare = 0.42;
    private const double Gap = 1.2;

    /// <summary>Draws one into a rectangle, mm.</summary>
    /// <param name="canvas">A page, or the dots of a thermal head.</param>
    /// <param name="pass">Whose card.</param>
    /// <param name="at">Upper left of the label.</param>
    /// <param name="size">Of the label.</param>
    /// <param name="margin">Left white on every side.</param>
    /// <param name="dotsPerMillimetre">Of a thermal head: the modules of the code are whole dots. Null on a page.</param>
    public static void Draw(ICanvas canvas, HealthPass pass, (double X, double Y) at, (double Width, double Height) size, double margin, int? dotsPerMillimetre = null)
    {
        var side = CodeSide(pass.Number, Math.Min(size.Height - (2 * margin), size.Width * CodeShare), dotsPerMillimetre);
        canvas.Code(pass.Number, at.X + margin, at.Y + ((size.Height - side) / 2), side);

        var left = at.X + margin + side + Gap;
        var width = Paper.Points(at.X + size.Width - margin - left);
        // Thin strokes fade first on thermal paper: there all of it is bold.
        var lines = Lines(pass).Select(line => line with { Strong = line.Strong || dotsPerMillimetre is not null }).Select(line => line with { Size = Typography.Fit(line.Text, width, line.Size, 5, line.Strong) }).ToList();
        var y = at.Y + ((size.Height - Paper.Millimetres(lines.Sum(line => line.Size * Leading))) / 2);
        foreach (var line in lines)
        {
            y += Paper.Millimetres(line.Size * Leading);
            canvas.Line(line.Text, left, y - Paper.Millimetres(line.Size * 0.3), line.Size, line.Strong);
        }
    }

    private static IEnumerable<(string Text, double Size, bool Strong)> Lines(HealthPass pass)
    {
        var number = PassNumber.Restore(pass.Number).Grouped;
        return
        [
            ("持卡人 " + pass.Holder.Name.Masked, 11, false),
            ("有效期至", 9, false),
            (pass.Validity.LastDay.Chinese(), 14, true),
            (number[..14], 10, false),
            (number[15..], 10, false),
            ("核验健康通行卡真伪用", 8, false),
        ];
    }

    /// <summary>The largest side within the room; on a thermal head a whole number of dots a module.</summary>
    private static double CodeSide(string text, double room, int? dotsPerMillimetre)
    {
        if (dotsPerMillimetre is not { } dots)
        {
            return room;
        }

        var modules = QrCode.Bars(text).Modules;
        return Math.Floor(room * dots / modules) * modules / dots;
    }
}
