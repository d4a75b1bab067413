using System.Collections.Concurrent;
using System.Numerics;

namespace HealthCode.Web.Printing;

/// <summary>The shapes of a font's characters (tables glyf, loca, hmtx of the OpenType specification 1.9), each read once. Safe for many threads.</summary>
public sealed class GlyphOutlines
{
    /// <summary>A flattened curve strays from the true one by no more than this part of the em: a tenth of a dot at 100 dots.</summary>
    private const float Tolerance = 1f / 1000;

    /// <summary>More parts than any real glyph has: one that contains itself comes to an end.</summary>
    private const int MostParts = 256;

    /// <summary>About 10 MB; an office prints some thousands of different characters.</summary>
    private const int MostKept = 8192;

    private readonly ConcurrentDictionary<int, GlyphOutline> _known = new();
    private readonly FontFile _font;
    private readonly FontTable _glyf;
    private readonly FontTable _loca;
    private readonly FontTable _hmtx;
    private readonly bool _longOffsets;
    private readonly int _unitsPerEm;
    private readonly int _glyphs;
    private readonly int _advances;

    /// <summary>Reads what concerns all glyphs.</summary>
    /// <exception cref="InvalidDataException">A table is missing or corrupt.</exception>
    public GlyphOutlines(FontFile font)
    {
        _font = font;
        (_glyf, _loca, _hmtx) = (font.Table("glyf"), font.Table("loca"), font.Table("hmtx"));
        _unitsPerEm = font.Table("head").UInt16(18);
        _longOffsets = font.Table("head").Int16(50) != 0;
        _glyphs = font.Table("maxp").UInt16(4);
        _advances = font.Table("hhea").UInt16(34);
        if (_unitsPerEm == 0 || _advances == 0)
        {
            throw new InvalidDataException("the font has no em or no advances");
        }
    }

    [Flags]
    private enum PointFlags
    {
        OnCurve = 0x01,
        ShortX = 0x02,
        ShortY = 0x04,
        Repeat = 0x08,
        SameX = 0x10,
        SameY = 0x20,
    }

    [Flags]
    private enum PartFlags
    {
        Words = 0x0001,
        Offsets = 0x0002,
        Scale = 0x0008,
        More = 0x0020,
        TwoScales = 0x0040,
        Matrix = 0x0080,
    }

    /// <summary>The shape of a character; that of the font's box for missing ones when it does not have it.</summary>
    /// <exception cref="InvalidDataException">The glyph is corrupt.</exception>
    public GlyphOutline Of(int character)
    {
        var glyph = _font.Glyph(character);
        if (_known.TryGetValue(glyph, out var outline))
        {
            return outline;
        }

        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(glyph, Read);
    }

    private GlyphOutline Read(int glyph)
    {
        var parts = 0;
        var points = Points(glyph, ref parts);
        var (advance, bearing) = Metrics(glyph);
        // The bearing says where the left edge of the glyph's box stands, whatever its coordinates.
        var shift = new Vector2(points.Count == 0 ? 0 : bearing - Data(glyph).Int16(2), 0);
        List<Vector2[]> contours = [];
        for (var (first, i) = (0, 0); i < points.Count; i++)
        {
            if (points[i].Last)
            {
                var contour = points[first..(i + 1)].Select(point => point with { At = (point.At + shift) / _unitsPerEm });
                contours.Add(Flatten(WithMiddles([.. contour])));
                first = i + 1;
            }
        }

        return new((double)advance / _unitsPerEm, contours);
    }

    /// <summary>Glyphs behind the last pair have its advance and only a bearing of their own.</summary>
    private (int Advance, int Bearing) Metrics(int glyph) => glyph < _advances
        ? (_hmtx.UInt16(4 * glyph), _hmtx.Int16((4 * glyph) + 2))
        : (_hmtx.UInt16(4 * (_advances - 1)), _hmtx.Int16((4 * _advances) + (2 * (glyph - _advances))));

    private FontTable Data(int glyph)
    {
        if (glyph >= _glyphs)
        {
            throw new InvalidDataException($"the font has no glyph {glyph}");
        }

        var start = Offset(glyph);
        return _glyf.Part(start, Offset(glyph + 1) - start);
    }

    private long Offset(int glyph) => _longOffsets ? _loca.UInt32(4 * glyph) : 2L * _loca.UInt16(2 * glyph);

    private List<Point> Points(int glyph, ref int parts)
    {
        if (++parts > MostParts)
        {
            throw new InvalidDataException($"the font's glyph {glyph} has parts without end");
        }

        var data = Data(glyph);
        if (data.Length == 0)
        {
            return [];
        }

        var contours = data.Int16(0);
        return contours < 0 ? Composite(data, ref parts) : Simple(data, contours);
    }

    private static List<Point> Simple(FontTable data, int contours)
    {
        var ends = Enumerable.Range(0, contours).Select(i => (int)data.UInt16(10 + (2 * i))).ToList();
        if (ends.Zip(ends.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new InvalidDataException("the font has a contour that ends before it begins");
        }

        var at = 10 + (2 * contours);
        at += 2 + (contours == 0 ? 0 : data.UInt16(at));
        var flags = Flags(data, contours == 0 ? 0 : ends[^1] + 1, ref at);
        var x = Coordinates(data, flags, PointFlags.ShortX, PointFlags.SameX, ref at);
        var y = Coordinates(data, flags, PointFlags.ShortY, PointFlags.SameY, ref at);
        var points = flags.Select((flag, i) => new Point(new(x[i], y[i]), flag.HasFlag(PointFlags.OnCurve), false)).ToList();
        ends.ForEach(end => points[end] = points[end] with { Last = true });
        return points;
    }

    private static PointFlags[] Flags(FontTable data, int count, ref int at)
    {
        var flags = new PointFlags[count];
        for (var i = 0; i < count;)
        {
            var flag = (PointFlags)data.UInt8(at++);
            var times = flag.HasFlag(PointFlags.Repeat) ? data.UInt8(at++) + 1 : 1;
            if (times > count - i)
            {
                throw new InvalidDataException("the font has more flags than points");
            }

            flags.AsSpan(i, times).Fill(flag);
            i += times;
        }

        return flags;
    }

    /// <summary>Each coordinate is a step from the one before: a byte whose sign is in the flag, nothing, or a word.</summary>
    private static float[] Coordinates(FontTable data, PointFlags[] flags, PointFlags isShort, PointFlags isSame, ref int at)
    {
        var coordinates = new float[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            var same = flags[i].HasFlag(isSame);
            if (flags[i].HasFlag(isShort))
            {
                value += same ? data.UInt8(at) : -data.UInt8(at);
                at++;
            }
            else if (!same)
            {
                value += data.Int16(at);
                at += 2;
            }

            coordinates[i] = value;
        }

        return coordinates;
    }

    private List<Point> Composite(FontTable data, ref int parts)
    {
        List<Point> whole = [];
        PartFlags flags;
        var at = 10;
        do
        {
            flags = (PartFlags)data.UInt16(at);
            var part = Points(data.UInt16(at + 2), ref parts);
            at += 4;
            var arguments = Arguments(data, flags, ref at);
            var scale = Scale(data, flags, ref at);
            part = [.. part.Select(point => point with { At = Vector2.Transform(point.At, scale) })];
            var offset = flags.HasFlag(PartFlags.Offsets) ? new(arguments.First, arguments.Second) : Meeting(whole, part, arguments);
            whole.AddRange(part.Select(point => point with { At = point.At + offset }));
        }
        while (flags.HasFlag(PartFlags.More));

        return whole;
    }

    /// <summary>Two signed distances, or the numbers of two points.</summary>
    private static (int First, int Second) Arguments(FontTable data, PartFlags flags, ref int at)
    {
        var start = at;
        at += flags.HasFlag(PartFlags.Words) ? 4 : 2;
        return (flags.HasFlag(PartFlags.Words), flags.HasFlag(PartFlags.Offsets)) switch
        {
            (true, true) => (data.Int16(start), data.Int16(start + 2)),
            (true, false) => (data.UInt16(start), data.UInt16(start + 2)),
            (false, true) => ((sbyte)data.UInt8(start), (sbyte)data.UInt8(start + 1)),
            (false, false) => (data.UInt8(start), data.UInt8(start + 1)),
        };
    }

    private static Matrix3x2 Scale(FontTable data, PartFlags flags, ref int at)
    {
        var start = at;
        float Fraction(int i) => data.Int16(start + (2 * i)) / 16384f;
        if (flags.HasFlag(PartFlags.Scale))
        {
            at += 2;
            return Matrix3x2.CreateScale(Fraction(0));
        }

        if (flags.HasFlag(PartFlags.TwoScales))
        {
            at += 4;
            return Matrix3x2.CreateScale(Fraction(0), Fraction(1));
        }

        if (flags.HasFlag(PartFlags.Matrix))
        {
            at += 8;
            return new(Fraction(0), Fraction(1), Fraction(2), Fraction(3), 0, 0);
        }

        return Matrix3x2.Identity;
    }

    /// <summary>The offset that lays a point of the part on a point of what there is.</summary>
    private static Vector2 Meeting(List<Point> whole, List<Point> part, (int First, int Second) numbers) =>
        numbers.First < whole.Count && numbers.Second < part.Count
            ? whole[numbers.First].At - part[numbers.Second].At
            : throw new InvalidDataException("the font joins parts at a point that is not there");

    /// <summary>Between two control points lies a point of the curve that the file leaves out: their middle.</summary>
    private static List<Point> WithMiddles(List<Point> contour)
    {
        List<Point> complete = [];
        var before = contour[^1];
        foreach (var point in contour)
        {
            if (!before.OnCurve && !point.OnCurve)
            {
                complete.Add(new((before.At + point.At) / 2, true, false));
            }

            complete.Add(point);
            before = point;
        }

        return complete;
    }

    private static Vector2[] Flatten(List<Point> contour)
    {
        List<Vector2> polygon = [];
        for (var i = 0; i < contour.Count; i++)
        {
            if (contour[i].OnCurve)
            {
                polygon.Add(contour[i].At);
            }
            else
            {
                AddCurve(polygon, contour[(i + contour.Count - 1) % contour.Count].At, contour[i].At, contour[(i + 1) % contour.Count].At);
            }
        }

        return [.. polygon];
    }

    /// <summary>The inner points of a quadratic curve: n chords stray by 1/n² of what one does.</summary>
    private static void AddCurve(List<Vector2> polygon, Vector2 from, Vector2 control, Vector2 to)
    {
        var stray = (from - (2 * control) + to).Length() / 4;
        var chords = (int)Math.Ceiling(Math.Sqrt(stray / Tolerance));
        for (var i = 1; i < chords; i++)
        {
            var t = (float)i / chords;
            polygon.Add(Vector2.Lerp(Vector2.Lerp(from, control, t), Vector2.Lerp(control, to, t), t));
        }
    }

    /// <summary>A point of a contour, in font units; control points are not on the curve.</summary>
    private readonly record struct Point(Vector2 At, bool OnCurve, bool Last);
}
