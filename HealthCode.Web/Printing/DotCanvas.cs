namespace HealthCode.Web.Printing;

/// <summary>热敏点阵 — a label as the dots of a thermal head: printed as they are, so that every character comes out and no driver's font is asked.</summary>
public sealed class DotCanvas(Paper label, int dotsPerMillimetre) : ICanvas
{
    private readonly DotBitmap _dots = new((int)(label.Width * dotsPerMillimetre), (int)(label.Height * dotsPerMillimetre));

    /// <summary>A PNG of one bit a dot.</summary>
    public byte[] Png() => _dots.Png();

    public void Line(string text, double x, double y, double size, bool strong = false) =>
        _dots.Text(text, x * dotsPerMillimetre, y * dotsPerMillimetre, Paper.Millimetres(size) * dotsPerMillimetre, strong);

    public void Code(QrCode code, double x, double y, double side)
    {
        var (modules, bars) = code;
        var (left, top) = ((int)Math.Round(x * dotsPerMillimetre), (int)Math.Round(y * dotsPerMillimetre));
        // Whole dots a module, or a scanner sees wide and narrow ones.
        var module = (int)Math.Round(side * dotsPerMillimetre) / modules;
        foreach (var (row, column, length) in bars)
        {
            _dots.FillRectangle(left + (column * module), top + (row * module), length * module, module);
        }
    }
}
