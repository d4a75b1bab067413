using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Seals;

/// <summary>The transform attribute: translate, scale, rotate, matrix, skewX, skewY, in lists.</summary>
internal static class SvgTransform
{
    /// <summary>What an element's own coordinates become.</summary>
    /// <param name="outer">What becomes of the coordinates around it.</param>
    /// <param name="text">The attribute; null when there is none.</param>
    /// <exception cref="SealFaultException">Another function, or a wrong count of numbers.</exception>
    public static XMatrix Within(XMatrix outer, string? text)
    {
        var numbers = new SvgNumbers(text ?? "");
        while (numbers.HasMore)
        {
            outer.Prepend(Step(numbers.Word(), Arguments(numbers)) ?? throw numbers.Wrong());
        }

        return outer;
    }

    private static double[] Arguments(SvgNumbers numbers)
    {
        if (numbers.Mark() != '(')
        {
            throw numbers.Wrong();
        }

        List<double> arguments = [];
        for (var mark = numbers.Mark(); mark is null; mark = numbers.Mark())
        {
            arguments.Add(numbers.Number());
        }

        return [.. arguments];
    }

    private static XMatrix? Step(string function, double[] a) => (function, a) switch
    {
        ("translate", [var x]) => new(1, 0, 0, 1, x, 0),
        ("translate", [var x, var y]) => new(1, 0, 0, 1, x, y),
        ("scale", [var both]) => new(both, 0, 0, both, 0, 0),
        ("scale", [var x, var y]) => new(x, 0, 0, y, 0, 0),
        ("rotate", [var angle]) => Turn(angle, 0, 0),
        ("rotate", [var angle, var x, var y]) => Turn(angle, x, y),
        ("skewX", [var angle]) => new(1, 0, Math.Tan(angle * Math.PI / 180), 1, 0, 0),
        ("skewY", [var angle]) => new(1, Math.Tan(angle * Math.PI / 180), 0, 1, 0, 0),
        ("matrix", [var m11, var m12, var m21, var m22, var x, var y]) => new(m11, m12, m21, m22, x, y),
        _ => null,
    };

    private static XMatrix Turn(double angle, double x, double y)
    {
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        return new(cos, sin, -sin, cos, x - (x * cos) + (y * sin), y - (x * sin) - (y * cos));
    }
}
