namespace HealthCode.Web.Printing.Seals;

/// <summary>A length of SVG: a number with or without a unit, at 96 pixels an inch.</summary>
internal static class SvgLength
{
    /// <summary>The length in pixels.</summary>
    /// <param name="text">As in the attribute.</param>
    /// <param name="whole">What 100 % is, pixels.</param>
    /// <exception cref="SealFaultException">No length.</exception>
    public static double Pixels(string text, double whole)
    {
        var isShare = text.TrimEnd().EndsWith('%');
        var numbers = new SvgNumbers(isShare ? text.TrimEnd()[..^1] : text);
        var number = numbers.Number();
        var pixels = isShare ? number * whole / 100 : number * Unit(numbers.Word());
        return numbers.HasMore || !double.IsFinite(pixels) ? throw SvgFile.Refused($"读不懂的长度“{SvgFile.Short(text)}”") : pixels;
    }

    private static double Unit(string unit) => unit switch
    {
        "" or "px" => 1,
        "pt" => 96 / 72.0,
        "pc" => 16,
        "in" => 96,
        "mm" => 96 / 25.4,
        "cm" => 96 / 2.54,
        _ => throw SvgFile.Refused($"读不懂的长度单位 {SvgFile.Short(unit)}"),
    };
}
