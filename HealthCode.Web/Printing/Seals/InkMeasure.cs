namespace HealthCode.Web.Printing.Seals;

/// <summary>印油的深浅 — measures the ink of a pixel on white paper. In a picture with red, only red counts: shadows, print and pencil do not. In a
/// greyscale scan, darkness counts.</summary>
internal sealed class InkMeasure
{
    /// <summary>Below this value it is paper grain.</summary>
    public const int Grain = 24;

    /// <summary>Above this value it is certainly ink.</summary>
    public const int Inked = 48;

    /// <summary>A picture counts as red if more than one in this many pixels is red; a whole sheet with a seal has ten times as many.</summary>
    private const int FewestRed = 2000;

    private readonly bool _isRed;

    private InkMeasure(bool isRed) => _isRed = isRed;

    /// <summary>Chooses the measure for a picture.</summary>
    /// <param name="pixels">RGBA, 4 bytes each; the paper is white.</param>
    public static InkMeasure For(ReadOnlySpan<byte> pixels)
    {
        var red = 0;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            red += Redness(pixels[i..]) > Inked ? 1 : 0;
        }

        return new(red > pixels.Length / 4 / FewestRed);
    }

    /// <summary>Ink of a pixel, 0 to 255.</summary>
    public int Of(ReadOnlySpan<byte> pixel) => _isRed ? Redness(pixel) : Darkness(pixel);

    /// <summary>Distance of a pixel from white, 0 to 255.</summary>
    public static int Darkness(ReadOnlySpan<byte> pixel) => 255 - Math.Min(pixel[0], Math.Min(pixel[1], pixel[2]));

    /// <summary>Value of full ink: exceeded by three fifths of the inked pixels.</summary>
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
