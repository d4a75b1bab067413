using System.Diagnostics;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Posters;
using SkiaSharp;

namespace HealthCode.Tests.Benchmarks;

/// <summary>A poster with the picture that the platform issued, A4 and A3, and the notices for the door.</summary>
internal sealed class Posters : IBenchmark
{
    private const int Times = 60;
    private const double Limit = 300;

    public string Name => "posters";

    public string Purpose => "场所码海报 as PDF with a picture of 1000 × 1000 dots, drawn and through HTTP; the notices for a door";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true, pack: Hebei.Pack);
        var id = await server.AddVenueAsync();
        var venue = VenueCase.Approved();
        var poster = VenueCase.Poster(venue);
        poster.Print(venue, server.Today);
        PosterPicture.TryRead(Photograph(), out var picture, out _);
        foreach (var paper in new[] { Paper.A4, Paper.A3 })
        {
            await MeasureAsync(output, $"poster {paper.Name}, drawn", () => Task.FromResult(OfficialPoster.Draw(venue, poster, picture!, Hebei.Pack.Venues.Code!, VenueCase.Office(), paper).Length));
        }

        await MeasureAsync(output, "notices A4, drawn", () => Task.FromResult(NoticePoster.Draw(Hebei.Pack.Venues.Notices, VenueCase.Office(), Paper.A4).Length));
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync($"/Venues/Poster/{id}");
        var fields = clerk.MainFields().Where(field => field.Key is WebForm.Token or "posterId").ToList();
        var posterId = clerk.Page.QuerySelector("input[name=posterId]")!.GetAttribute("value")!;
        await MeasureAsync(output, "poster A4 through HTTP", async () =>
        {
            using var content = new FormUrlEncodedContent([.. fields.Where(field => field.Key == WebForm.Token), new("posterId", posterId)]);
            using var answer = await clerk.Http.PostAsync($"/Venues/Poster/{id}?handler=Print", content);
            return answer.Content.Headers.ContentType?.MediaType == "application/pdf" ? (await answer.Content.ReadAsByteArrayAsync()).Length : 0;
        });
    }

    private static async Task MeasureAsync(TextWriter output, string what, Func<Task<int>> work)
    {
        List<TimeSpan> measured = [];
        for (var i = -5; i < Times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            if (await work() == 0)
            {
                throw new InvalidOperationException($"{what}: no PDF");
            }

            if (i >= 0)
            {
                measured.Add(Stopwatch.GetElapsedTime(began));
            }
        }

        var percentiles = Percentiles.Of(measured);
        await output.WriteLineAsync($"{what}: {percentiles} (limit p95 {Limit:F0} ms: {(percentiles.P95 <= Limit ? "kept" : "missed")})");
    }

    /// <summary>Noise, which packs worst.</summary>
    private static byte[] Photograph()
    {
        const int Side = 1000;
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgb888x, SKAlphaType.Opaque));
        new Random(1).NextBytes(bitmap.GetPixelSpan());
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }
}
