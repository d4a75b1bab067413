using System.Globalization;
using System.Xml.Linq;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>How a shape is painted; what is not said is inherited from the group around it.</summary>
internal sealed record SvgStyle
{
    /// <summary>What would change the picture and cannot be drawn.</summary>
    private static readonly string[] Undrawn =
        ["filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end", "stroke-dasharray", "mix-blend-mode"];

    private static readonly string[] Known =
    [
        "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "opacity", "display", "visibility", .. Undrawn,
    ];

    /// <summary>Without its opacity; null for none.</summary>
    public XColor? Fill { get; private init; } = XColors.Black;

    public XFillMode FillMode { get; private init; } = XFillMode.Winding;

    /// <summary>Without its opacity; null for none.</summary>
    public XColor? Stroke { get; private init; }

    /// <summary>In the coordinates of the shape.</summary>
    public double StrokeWidth { get; private init; } = 1;

    public XLineCap Cap { get; private init; } = XLineCap.Flat;

    public XLineJoin Join { get; private init; } = XLineJoin.Miter;

    public double MiterLimit { get; private init; } = 4;

    /// <summary>Neither it nor anything in it is drawn.</summary>
    public bool IsAbsent { get; private init; }

    public bool IsHidden { get; private init; }

    /// <summary>Of all the groups around, multiplied.</summary>
    public double Opacity { get; private init; } = 1;

    private double FillOpacity { get; init; } = 1;

    private double StrokeOpacity { get; init; } = 1;

    /// <summary>The fill as it is painted; null when nothing is to be seen of it.</summary>
    public XColor? Area => Seen(Fill, FillOpacity);

    /// <summary>The stroke as it is painted; null when nothing is to be seen of it.</summary>
    public XColor? Line => StrokeWidth > 0 ? Seen(Stroke, StrokeOpacity) : null;

    /// <summary>The style of an element within this one: its attributes, then its inline style.</summary>
    /// <param name="element">Its own.</param>
    /// <param name="diagonal">What 100 % of a stroke's width is, pixels.</param>
    /// <exception cref="SealFaultException">A value that cannot be drawn.</exception>
    public SvgStyle Of(XElement element, double diagonal)
    {
        var style = this;
        foreach (var (property, value) in Properties(element))
        {
            style = value is "inherit" or "" ? style : style.With(property, value, diagonal);
        }

        return style;
    }

    private static IEnumerable<(string Property, string Value)> Properties(XElement element)
    {
        var attributes = Known.Select(name => (name, element.Attribute(name)?.Value.Trim())).Where(found => found.Item2 is not null);
        var inline = (element.Attribute("style")?.Value ?? "").Split(';')
            .Select(declaration => declaration.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .Select(parts => (parts[0].Trim(), parts[1].Replace("!important", "", StringComparison.Ordinal).Trim()));
        return [.. attributes.Select(found => (found.name, found.Item2!)), .. inline];
    }

    private SvgStyle With(string property, string value, double diagonal) => property switch
    {
        "fill" => this with { Fill = Colour(value) },
        "fill-rule" => this with { FillMode = value == "evenodd" ? XFillMode.Alternate : XFillMode.Winding },
        "fill-opacity" => this with { FillOpacity = Share(value) },
        "stroke" => this with { Stroke = Colour(value) },
        "stroke-width" => this with { StrokeWidth = SvgLength.Pixels(value, diagonal) },
        "stroke-opacity" => this with { StrokeOpacity = Share(value) },
        "stroke-linecap" => this with { Cap = value switch { "round" => XLineCap.Round, "square" => XLineCap.Square, _ => XLineCap.Flat } },
        "stroke-linejoin" => this with { Join = value switch { "round" => XLineJoin.Round, "bevel" => XLineJoin.Bevel, _ => XLineJoin.Miter } },
        "stroke-miterlimit" => this with { MiterLimit = new SvgNumbers(value).Number() },
        "opacity" => this with { Opacity = Opacity * Share(value) },
        "display" => this with { IsAbsent = value == "none" },
        "visibility" => this with { IsHidden = value != "visible" },
        _ => Undrawn.Contains(property) && value is not ("none" or "normal") ? throw SvgFile.Refused($"不能画的效果 {property}（{SvgFile.Short(value)}）") : this,
    };

    private static double Share(string value) => Math.Clamp(SvgLength.Pixels(value, 1), 0, 1);

    private static XColor? Colour(string value)
    {
        if (value is "none" or "transparent")
        {
            return null;
        }

        if (value.StartsWith("url", StringComparison.OrdinalIgnoreCase))
        {
            throw SvgFile.Refused($"不能画的渐变或图案填充（{SvgFile.Short(value)}）");
        }

        return Hexadecimal(value) ?? OfParts(value) ?? Named(value) ?? throw SvgFile.Refused($"读不懂的颜色“{SvgFile.Short(value)}”");
    }

    private static XColor? Hexadecimal(string value)
    {
        var figures = value is ['#', var r, var g, var b] ? $"{r}{r}{g}{g}{b}{b}" : value is ['#', .. { Length: 6 } six] ? six : "";
        return int.TryParse(figures, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? XColor.FromArgb(number >> 16, (number >> 8) & 255, number & 255)
            : null;
    }

    private static XColor? OfParts(string value)
    {
        if (!value.StartsWith("rgb(", StringComparison.OrdinalIgnoreCase) || !value.EndsWith(')'))
        {
            return null;
        }

        var parts = value[4..^1].Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        int Part(int index) => (int)Math.Round(Math.Clamp(SvgLength.Pixels(parts[index], 255), 0, 255));
        return parts.Length == 3 ? XColor.FromArgb(Part(0), Part(1), Part(2)) : null;
    }

    /// <summary>The names are those of CSS.</summary>
    private static XColor? Named(string value) =>
        value.All(char.IsAsciiLetter) && Enum.TryParse<XKnownColor>(value, true, out var known) ? XColor.FromKnownColor(known) : null;

    private XColor? Seen(XColor? colour, double opacity) =>
        colour is { } one && !IsHidden && opacity * Opacity > 0
            ? XColor.FromArgb((int)Math.Round(255 * opacity * Opacity), one.R, one.G, one.B)
            : null;
}
