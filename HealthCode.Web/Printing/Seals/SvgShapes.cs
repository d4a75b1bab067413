using System.Xml.Linq;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>The elements that draw, as outlines.</summary>
/// <param name="width">What 100 % is across, pixels.</param>
/// <param name="height">What 100 % is down, pixels.</param>
internal sealed class SvgShapes(double width, double height)
{
    /// <summary>What 100 % is of what goes neither across nor down, pixels.</summary>
    public double Diagonal { get; } = Math.Sqrt(((width * width) + (height * height)) / 2);

    /// <summary>Traces an element; nothing when it draws none.</summary>
    /// <exception cref="SealFaultException">Its data are wrong.</exception>
    public void Trace(XElement shape, SvgOutline outline)
    {
        switch (shape.Name.LocalName)
        {
            case "path":
                SvgPath.Trace(shape.Attribute("d")?.Value ?? "", outline);
                break;
            case "rect":
                Rectangle(shape, outline);
                break;
            case "circle":
                var radius = Length(shape, "r", Diagonal) ?? 0;
                Ellipse(shape, outline, radius, radius);
                break;
            case "ellipse":
                Ellipse(shape, outline, Across(shape, "rx"), Down(shape, "ry"));
                break;
            case "line":
                outline.MoveTo(new(Across(shape, "x1"), Down(shape, "y1")));
                outline.LineTo(new(Across(shape, "x2"), Down(shape, "y2")));
                break;
            case "polyline" or "polygon":
                Points(shape, outline);
                break;
        }
    }

    private static double? Length(XElement shape, string name, double whole) =>
        shape.Attribute(name)?.Value is { } text && text != "auto" ? SvgLength.Pixels(text, whole) : null;

    private double Across(XElement shape, string name) => Length(shape, name, width) ?? 0;

    private double Down(XElement shape, string name) => Length(shape, name, height) ?? 0;

    private void Ellipse(XElement shape, SvgOutline outline, double radiusX, double radiusY)
    {
        if (radiusX > 0 && radiusY > 0)
        {
            outline.Ellipse(Across(shape, "cx"), Down(shape, "cy"), radiusX, radiusY);
        }
    }

    private void Rectangle(XElement shape, SvgOutline outline)
    {
        var (left, top, right, bottom) = (Across(shape, "x"), Down(shape, "y"), Across(shape, "x") + Across(shape, "width"), Down(shape, "y") + Down(shape, "height"));
        if (right <= left || bottom <= top)
        {
            return;
        }

        var (rx, ry) = (Length(shape, "rx", width), Length(shape, "ry", height));
        var (roundX, roundY) = (Math.Clamp(rx ?? ry ?? 0, 0, (right - left) / 2), Math.Clamp(ry ?? rx ?? 0, 0, (bottom - top) / 2));
        void Corner(double x, double y) => outline.ArcTo(roundX, roundY, 0, false, true, new(x, y));
        outline.MoveTo(new(left + roundX, top));
        outline.LineTo(new(right - roundX, top));
        Corner(right, top + roundY);
        outline.LineTo(new(right, bottom - roundY));
        Corner(right - roundX, bottom);
        outline.LineTo(new(left + roundX, bottom));
        Corner(left, bottom - roundY);
        outline.LineTo(new(left, top + roundY));
        Corner(left + roundX, top);
        outline.Close();
    }

    private static void Points(XElement shape, SvgOutline outline)
    {
        var numbers = new SvgNumbers(shape.Attribute("points")?.Value ?? "");
        for (var isFirst = true; numbers.HasMore; isFirst = false)
        {
            var point = new XPoint(numbers.Number(), numbers.Number());
            if (isFirst)
            {
                outline.MoveTo(point);
            }
            else
            {
                outline.LineTo(point);
            }
        }

        if (shape.Name.LocalName == "polygon")
        {
            outline.Close();
        }
    }
}
