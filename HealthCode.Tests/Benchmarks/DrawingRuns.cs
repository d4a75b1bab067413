using System.Diagnostics;
using System.Globalization;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Seals;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What the printer would wait for: a hundred thermal labels as bitmaps, and a thousand pages under the office's seal.</summary>
internal sealed class DrawingRuns : IBenchmark
{
    private const int Labels = 100;
    private const int Pages = 1000;
    private const double LimitLabelSeconds = 5;
    private const double LimitSealSeconds = 20;

    public string Name => "drawing";

    public string Purpose => "100 thermal labels drawn as bitmaps; 1,000 A6 pages with the image of a seal";

    public async Task RunAsync(TextWriter output)
    {
        Draw(1);
        await ReportAsync(output, $"{Labels} labels", () => Draw(Labels), LimitLabelSeconds);
        foreach (var width in new[] { 600, 2000 })
        {
            if (!SealImage.TryRead(PaintedPng.Seal(width), out var seal, out var fault))
            {
                throw new InvalidOperationException(fault);
            }

            await ReportAsync(output, $"{Pages} pages with a seal of {width} px", () => Stamp(seal), LimitSealSeconds);
        }
    }

    private static void Draw(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var label = new BitmapCanvas(Paper.Roll60);
            for (var line = 1; line <= 4; line++)
            {
                label.Line($"健康通行证欧阳震华买买提{i:000}", 1, line * 9, Paper.Points(3), line == 1);
            }

            _ = label.Png();
        }
    }

    private static void Stamp(SealImage seal)
    {
        using var document = Typography.Document("公章");
        for (var i = 0; i < Pages; i++)
        {
            using var page = document.Page(Paper.A6);
            seal.Draw(page, Paper.Points(50), Paper.Points(70), Paper.Points(42));
        }

        _ = document.Bytes();
    }

    private static async Task ReportAsync(TextWriter output, string what, Action draw, double limit)
    {
        var watch = Stopwatch.StartNew();
        draw();
        var seconds = watch.Elapsed.TotalSeconds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds:F2} s (limit {limit:F0} s: {(seconds <= limit ? "kept" : "missed")})"));
    }
}
