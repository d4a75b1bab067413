using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>Path data (SVG 1.1, 8.3): every command, absolute in capitals and relative in small letters.</summary>
internal sealed class SvgPath
{
    private readonly SvgNumbers _numbers;
    private readonly SvgOutline _outline;
    private bool _isRelative;

    /// <summary>The control point that a smooth curve continues, and of which degree it is: 0 when there is none.</summary>
    private (int Degree, XPoint Point) _last;

    private SvgPath(string data, SvgOutline outline) => (_numbers, _outline) = (new(data), outline);

    /// <summary>Traces the data.</summary>
    /// <exception cref="SealFaultException">The data are wrong.</exception>
    public static void Trace(string data, SvgOutline outline)
    {
        var path = new SvgPath(data, outline);
        var command = 'M';
        for (var isFirst = true; path._numbers.HasMore; isFirst = false)
        {
            var mark = path._numbers.Mark();
            // Behind a move without its letter come lines; nothing comes behind a close.
            command = mark ?? command switch { 'M' => 'L', 'm' => 'l', 'Z' or 'z' => throw path._numbers.Wrong(), _ => command };
            if (isFirst && mark is not ('M' or 'm'))
            {
                throw path._numbers.Wrong();
            }

            path._isRelative = char.IsAsciiLetterLower(command);
            path._last = path.Step(char.ToUpperInvariant(command));
        }
    }

    private (int Degree, XPoint Point) Step(char command)
    {
        switch (command)
        {
            case 'M':
                _outline.MoveTo(Point());
                return default;
            case 'L':
                _outline.LineTo(Point());
                return default;
            case 'H':
                _outline.LineTo(new(_numbers.Number() + Origin.X, _outline.Current.Y));
                return default;
            case 'V':
                _outline.LineTo(new(_outline.Current.X, _numbers.Number() + Origin.Y));
                return default;
            case 'C':
                return Cubic(Point());
            case 'S':
                return Cubic(Mirrored(3));
            case 'Q':
                return Quadratic(Point());
            case 'T':
                return Quadratic(Mirrored(2));
            case 'A':
                Arc();
                return default;
            case 'Z':
                _outline.Close();
                return default;
            default:
                throw _numbers.Wrong();
        }
    }

    private XPoint Origin => _isRelative ? _outline.Current : default;

    private XPoint Point() => new(_numbers.Number() + Origin.X, _numbers.Number() + Origin.Y);

    private XPoint Mirrored(int degree) => _last.Degree == degree
        ? new((2 * _outline.Current.X) - _last.Point.X, (2 * _outline.Current.Y) - _last.Point.Y)
        : _outline.Current;

    private (int Degree, XPoint Point) Cubic(XPoint first)
    {
        var second = Point();
        _outline.CurveTo(first, second, Point());
        return (3, second);
    }

    private (int Degree, XPoint Point) Quadratic(XPoint control)
    {
        var (from, to) = (_outline.Current, Point());
        _outline.CurveTo(Near(from, control), Near(to, control), to);
        return (2, control);
    }

    private static XPoint Near(XPoint end, XPoint control) => new((end.X + (2 * control.X)) / 3, (end.Y + (2 * control.Y)) / 3);

    private void Arc()
    {
        var (radiusX, radiusY, rotation) = (_numbers.Number(), _numbers.Number(), _numbers.Number());
        var (isLarge, isClockwise) = (_numbers.Flag(), _numbers.Flag());
        _outline.ArcTo(radiusX, radiusY, rotation, isLarge, isClockwise, Point());
    }
}
