using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>A shape's outline, traced in its own coordinates and kept in those of the page: lines and cubic curves.</summary>
/// <param name="place">From the shape's coordinates to the page's.</param>
/// <param name="count">Called for every segment; it may refuse.</param>
internal sealed class SvgOutline(XMatrix place, Action count)
{
    private const double Farthest = 1e6;

    private readonly List<Figure> _figures = [];
    private XPoint _start;

    /// <summary>Where the pen stands, in the shape's coordinates.</summary>
    public XPoint Current { get; private set; }

    /// <summary>How much longer a length becomes on the page; under an uneven transform its mean.</summary>
    public double Scale => Math.Sqrt(Math.Abs(place.Determinant));

    public bool IsEmpty => _figures.TrueForAll(figure => figure.Segments.Count == 0);

    public void MoveTo(XPoint point)
    {
        count();
        _figures.Add(new());
        (_start, Current) = (point, point);
    }

    public void LineTo(XPoint point) => Add(point, null);

    public void CurveTo(XPoint first, XPoint second, XPoint point) => Add(point, (Place(first), Place(second)));

    /// <summary>An elliptical arc as SVG 1.1 writes it (appendix F.6): by its ends.</summary>
    public void ArcTo(double radiusX, double radiusY, double rotation, bool isLarge, bool isClockwise, XPoint point)
    {
        (radiusX, radiusY) = (Math.Abs(radiusX), Math.Abs(radiusY));
        if (radiusX == 0 || radiusY == 0 || point == Current)
        {
            LineTo(point);
            return;
        }

        var (sin, cos) = Math.SinCos(rotation * Math.PI / 180);
        var (halfX, halfY) = ((Current.X - point.X) / 2, (Current.Y - point.Y) / 2);
        // The ends on the unit circle that the ellipse is a picture of.
        var (x, y) = (((cos * halfX) + (sin * halfY)) / radiusX, ((cos * halfY) - (sin * halfX)) / radiusY);
        var distance = (x * x) + (y * y);
        var grown = Math.Sqrt(Math.Max(1, distance));
        (radiusX, radiusY, x, y) = (radiusX * grown, radiusY * grown, x / grown, y / grown);
        var aside = Math.Sqrt(Math.Max(0, (1 / Math.Min(distance, 1)) - 1)) * (isLarge == isClockwise ? -1 : 1);
        var (centreX, centreY) = (aside * y, -aside * x);
        var from = Math.Atan2(y - centreY, x - centreX);
        var sweep = Math.Atan2(-y - centreY, -x - centreX) - from;
        sweep += isClockwise && sweep < 0 ? 2 * Math.PI : !isClockwise && sweep > 0 ? -2 * Math.PI : 0;

        var middle = new XPoint((Current.X + point.X) / 2, (Current.Y + point.Y) / 2);
        var ellipse = new XMatrix(radiusX * cos, radiusX * sin, -radiusY * sin, radiusY * cos, middle.X, middle.Y);
        Arc(ellipse, centreX, centreY, from, sweep);
        Current = point;
    }

    /// <summary>A whole ellipse.</summary>
    public void Ellipse(double centreX, double centreY, double radiusX, double radiusY)
    {
        MoveTo(new(centreX + radiusX, centreY));
        Arc(new XMatrix(radiusX, 0, 0, radiusY, centreX, centreY), 0, 0, 0, 2 * Math.PI);
        Close();
    }

    public void Close()
    {
        if (_figures.Count > 0)
        {
            _figures[^1] = _figures[^1] with { IsClosed = true };
            Current = _start;
        }
    }

    /// <summary>What is filled: every figure closed.</summary>
    public XGraphicsPath Area(XFillMode mode) => Path(_figures, mode, true);

    /// <summary>What is stroked. The PDF library joins open figures of one path, so each has its own.</summary>
    public IEnumerable<XGraphicsPath> Lines() => _figures
        .Where(figure => figure.Segments.Count > 0)
        .Select((figure, number) => (figure, Number: figure.IsClosed ? -1 : number))
        .GroupBy(numbered => numbered.Number, numbered => numbered.figure)
        .Select(group => Path(group, XFillMode.Winding, group.Key < 0));

    private static XGraphicsPath Path(IEnumerable<Figure> figures, XFillMode mode, bool isClosed)
    {
        var path = new XGraphicsPath { FillMode = mode };
        foreach (var figure in figures.Where(figure => figure.Segments.Count > 0))
        {
            foreach (var (from, curve, to) in figure.Segments)
            {
                if (curve is var (first, second))
                {
                    path.AddBezier(from, first, second, to);
                }
                else
                {
                    path.AddLine(from, to);
                }
            }

            if (isClosed)
            {
                path.CloseFigure();
            }
        }

        return path;
    }

    /// <summary>An arc of the unit circle as curves of a quarter or less, pictured by a matrix.</summary>
    private void Arc(XMatrix picture, double centreX, double centreY, double from, double sweep)
    {
        var parts = Math.Max(1, (int)Math.Ceiling(Math.Abs(sweep) / (Math.PI / 2) - 1e-9));
        var step = sweep / parts;
        var reach = 4.0 / 3 * Math.Tan(step / 4);
        for (var i = 0; i < parts; i++)
        {
            var (sin, cos) = Math.SinCos(from + (i * step));
            var (sinTo, cosTo) = Math.SinCos(from + ((i + 1) * step));
            CurveTo(
                picture.Transform(new XPoint(centreX + cos - (reach * sin), centreY + sin + (reach * cos))),
                picture.Transform(new XPoint(centreX + cosTo + (reach * sinTo), centreY + sinTo - (reach * cosTo))),
                picture.Transform(new XPoint(centreX + cosTo, centreY + sinTo)));
        }
    }

    private void Add(XPoint point, (XPoint First, XPoint Second)? curve)
    {
        count();
        if (_figures.Count == 0 || _figures[^1].IsClosed)
        {
            _start = Current;
            _figures.Add(new());
        }

        _figures[^1].Segments.Add((Place(Current), curve, Place(point)));
        Current = point;
    }

    private XPoint Place(XPoint point)
    {
        var placed = place.Transform(point);
        return Math.Abs(placed.X) <= Farthest && Math.Abs(placed.Y) <= Farthest ? placed : throw SvgFile.Refused("远在画布之外的图形");
    }

    private readonly record struct Figure(bool IsClosed, List<(XPoint From, (XPoint First, XPoint Second)? Curve, XPoint To)> Segments)
    {
        public Figure()
            : this(false, [])
        {
        }
    }
}
