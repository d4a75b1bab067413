using System.Xml.Linq;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace HealthCode.Web.Printing.Seals;

/// <summary>A checked SVG as painted shapes. White that nothing coloured lies under is paper and is left out.</summary>
internal sealed class SvgDrawing
{
    /// <summary>Of the larger side, in the form's points: fine enough for the three decimals of a PDF.</summary>
    private const double Side = 1000;

    private const int MostSegments = 20_000;

    /// <summary>All three colours at least so bright: white.</summary>
    private const int White = 240;

    private readonly List<(XGraphicsPath Path, XBrush? Brush, XPen? Pen)> _painted = [];
    private readonly SvgShapes _shapes;
    private int _segments;

    private SvgDrawing(XRect box)
    {
        var scale = Side / Math.Max(box.Width, box.Height);
        (Width, Height) = (box.Width * scale, box.Height * scale);
        _shapes = new(box.Width, box.Height);
        Place = new(scale, 0, 0, scale, -box.X * scale, -box.Y * scale);
    }

    /// <summary>Of the form, points.</summary>
    public double Width { get; }

    /// <summary>Of the form, points.</summary>
    public double Height { get; }

    private XMatrix Place { get; }

    /// <summary>Reads the shapes.</summary>
    /// <param name="root">From <see cref="SvgFile.TryLoad"/>.</param>
    /// <exception cref="SealFaultException">Wrong or too many data, no size, or nothing to be seen.</exception>
    public static SvgDrawing Read(XElement root)
    {
        var drawing = new SvgDrawing(Box(root));
        drawing.Add(root, drawing.Place, new());
        return drawing._painted.Count > 0
            ? drawing
            : throw new SealFaultException("SVG 文件里没有看得见的图形，请检查后重新上传，或者改传 PNG。");
    }

    /// <summary>The drawing as one compressed object of a document.</summary>
    public XForm Form(PdfDocument document)
    {
        var form = new XForm(document, new XSize(Width, Height));
        using (var canvas = XGraphics.FromForm(form))
        {
            foreach (var (path, brush, pen) in _painted)
            {
                canvas.DrawPath(pen, brush, path);
            }
        }

        form.DrawingFinished();
        // The library compresses pages but not forms.
        foreach (var made in document.Internals.GetAllObjects().OfType<PdfFormXObject>().Where(made => made.Stream is not null && !made.Elements.ContainsKey("/Filter")))
        {
            made.Stream!.Zip();
        }

        return form;
    }

    /// <summary>The part of the plane that is the picture: the viewBox, or width and height without one.</summary>
    private static XRect Box(XElement root)
    {
        double[] box = root.Attribute("viewBox")?.Value is { } text ? Four(text) : [0, 0, Length(root, "width"), Length(root, "height")];
        return box[2] > 0 && box[3] > 0 && Math.Max(box[2], box[3]) is > 1e-3 and < 1e6
            ? new(box[0], box[1], box[2], box[3])
            : throw new SealFaultException("SVG 文件没有写明画布大小（viewBox 或 width、height），请用绘图软件重新导出后再上传。");
    }

    private static double[] Four(string text)
    {
        var numbers = new SvgNumbers(text);
        return [numbers.Number(), numbers.Number(), numbers.Number(), numbers.Number()];
    }

    private static double Length(XElement root, string name) => SvgLength.Pixels(root.Attribute(name)?.Value ?? "0", 0);

    private void Add(XElement element, XMatrix place, SvgStyle style)
    {
        if (element.Name.Namespace != element.Document!.Root!.Name.Namespace || element.Name.LocalName is "title" or "desc" or "metadata" or "defs")
        {
            return;
        }

        style = style.Of(element, _shapes.Diagonal);
        if (style.IsAbsent)
        {
            return;
        }

        place = SvgTransform.Within(place, element.Attribute("transform")?.Value);
        if (element.Name.LocalName is "svg" or "g")
        {
            foreach (var child in element.Elements())
            {
                Add(child, place, style);
            }

            return;
        }

        var outline = new SvgOutline(place, Count);
        _shapes.Trace(element, outline);
        Paint(outline, style);
    }

    private void Count()
    {
        _segments++;
        if (_segments > MostSegments)
        {
            throw new SealFaultException($"SVG 文件的路径超过 {MostSegments:N0} 段，请在绘图软件中简化路径，或者改传 PNG。");
        }
    }

    private void Paint(SvgOutline outline, SvgStyle style)
    {
        if (outline.IsEmpty)
        {
            return;
        }

        if (IsInk(style.Area))
        {
            _painted.Add((outline.Area(style.FillMode), new XSolidBrush(style.Area!.Value), null));
        }

        if (IsInk(style.Line))
        {
            var pen = new XPen(style.Line!.Value, style.StrokeWidth * outline.Scale) { LineCap = style.Cap, LineJoin = style.Join, MiterLimit = Math.Max(1, style.MiterLimit) };
            _painted.AddRange(outline.Lines().Select(path => (path, (XBrush?)null, (XPen?)pen)));
        }
    }

    private bool IsInk(XColor? colour) =>
        colour is { } one && (_painted.Count > 0 || Math.Min(one.R, Math.Min(one.G, one.B)) < White);
}
