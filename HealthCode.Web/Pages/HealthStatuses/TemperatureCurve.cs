using System.Globalization;
using HealthCode.Domain.HealthStatuses;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>体温曲线 — the temperatures of some days as points of an SVG picture; no line marks a threshold.</summary>
/// <param name="Points">The points, the oldest first.</param>
/// <param name="Labels">The lowest and the highest whole degree shown, with their height.</param>
public sealed record TemperatureCurve(IReadOnlyList<CurvePoint> Points, IReadOnlyList<(string Text, double Y)> Labels)
{
    public const int Width = 520;

    public const int Height = 150;

    private const int Left = 44;
    private const int Margin = 14;

    /// <summary>The points for an SVG polyline.</summary>
    public string Line => string.Join(' ', Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));

    /// <summary>Draws the temperatures of the last days.</summary>
    public static TemperatureCurve Of(IEnumerable<DailyCheckIn> checkIns, DateOnly today, int days)
    {
        var first = today.AddDays(1 - days);
        var measured = checkIns.Where(each => each.Day >= first && each.Content.Temperature is not null).OrderBy(each => each.ToldAt).ToList();
        if (measured.Count == 0)
        {
            return new([], []);
        }

        var (lowest, highest) = (Math.Floor(measured.Min(each => each.Content.Temperature!.Value.Celsius)), Math.Ceiling(measured.Max(each => each.Content.Temperature!.Value.Celsius)));
        highest = Math.Max(highest, lowest + 1);
        double Y(decimal celsius) => Margin + (double)((highest - celsius) / (highest - lowest)) * (Height - 2 * Margin);
        double X(DateOnly day) => Left + (double)(day.DayNumber - first.DayNumber) * (Width - Left - Margin) / Math.Max(1, days - 1);
        return new(
            [.. measured.Select(each => new CurvePoint(each.Day, each.Content.Temperature!.Value.ToString(), each.Content.FoundNormal == true, X(each.Day), Y(each.Content.Temperature!.Value.Celsius)))],
            [($"{highest:0} ℃", Y(highest)), ($"{lowest:0} ℃", Y(lowest))]);
    }
}

/// <summary>A temperature of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Temperature">With its unit.</param>
/// <param name="FoundNormal">As a person ticked.</param>
/// <param name="X">From the left, in the picture's units.</param>
/// <param name="Y">From the top.</param>
public sealed record CurvePoint(DateOnly Day, string Temperature, bool FoundNormal, double X, double Y);
