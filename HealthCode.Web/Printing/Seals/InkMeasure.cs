namespace HealthCode.Web.Printing.Seals;

/// <summary>印油的深浅 — how much ink lies on a pixel of white paper. Where there is red, only red is ink: shadows, print and pencil are none. A grey scan knows no red: there, what is dark is ink.</summary>
internal sealed class InkMeasure
{
    /// <summary>Less is the grain of the paper.</summary>
    public const int Grain = 24;

    /// <summary>Certainly ink.</summary>
    public const int Inked = 48;

    /// <summary>One red pixel in so many: a whole sheet with a seal on it has ten times as many.</summary>
    private const int FewestRed = 2000;

    private readonly bool _isRed;

    private InkMeasure(bool isRed) => _isRed = isRed;

    /// <summary>For a picture.</summary>
    /// <param name="pixels">4 bytes each, red first; the paper is white.</param>
    public static InkMeasure For(ReadOnlySpan<byte> pixels)
    {
        var red = 0;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            red += Redness(pixels[i..]) > Inked ? 1 : 0;
        }

        return new(red > pixels.Length / 4 / FewestRed);
    }

    /// <summary>0 to 255.</summary>
    public int Of(ReadOnlySpan<byte> pixel) => _isRed ? Redness(pixel) : Darkness(pixel);

    /// <summary>How far a pixel is from white.</summary>
    public static int Darkness(ReadOnlySpan<byte> pixel) => 255 - Math.Min(pixel[0], Math.Min(pixel[1], pixel[2]));

    /// <summary>What full ink measures: three pixels of ink in five have more.</summary>
    public int Full(ReadOnlySpan<byte> pixels)
    {
        var counts = new int[256];
        for (var i = 0; i < pixels.Length; i += 4)
        {
            counts[Of(pixels[i..])]++;
        }

        var (full, more, enough) = (255, 0, counts[(Inked + 1)..].Sum() * 3 / 5);
        while (full > Inked && (more += counts[full]) <= enough)
        {
            full--;
        }

        return full;
    }

    private static int Redness(ReadOnlySpan<byte> pixel) => Math.Max(0, pixel[0] - Math.Max(pixel[1], pixel[2]));
}
