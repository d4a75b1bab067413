using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HealthCode.Tests.Support;

/// <summary>Inspects a PDF: pages and text with Poppler, QR codes with ZBar, objects with qpdf.</summary>
public sealed class PdfInspector : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("healthcode-pdf-");

    public PdfInspector(byte[] pdf) => File.WriteAllBytes(Pdf, pdf);

    /// <summary>Size of each page in millimetres.</summary>
    public IReadOnlyList<(double Width, double Height)> Sizes =>
    [
        .. Encoding.UTF8.GetString(Run("pdfinfo", "-f", "1", "-l", "99", Pdf)).Split('\n')
            .Where(line => line.StartsWith("Page ", StringComparison.Ordinal) && line.Contains(" size:", StringComparison.Ordinal))
            .Select(line => line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => (Millimetres(words[0]), Millimetres(words[2]))),
    ];

    /// <summary>Name of each font and whether it is embedded.</summary>
    public IReadOnlyList<(string Name, bool Embedded)> Fonts =>
    [
        .. Encoding.UTF8.GetString(Run("pdffonts", Pdf)).Split('\n').Skip(2).Where(line => line.Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            // Columns: name, type (one or more words), encoding, emb, sub, uni, object number, generation
            .Select(words => (words[0], words[^5] == "yes")),
    ];

    /// <summary>Errors and warnings of <c>qpdf --check</c>; empty if there are none.</summary>
    public string Faults
    {
        get
        {
            using var process = Process.Start(new ProcessStartInfo("qpdf", ["--check", Pdf]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = process.StandardOutput.ReadToEndAsync();
            var faults = process.StandardError.ReadToEnd() + said.Result;
            process.WaitForExit();
            // Exit code 2 means errors, 3 warnings.
            return process.ExitCode == 0 ? "" : faults;
        }
    }

    /// <summary>The objects of the file by name ("trailer", "obj:3 0 R"), without stream data, as <c>qpdf --json</c> prints them.</summary>
    public JsonElement Objects => JsonDocument.Parse(Run("qpdf", "--json", "--json-key=qpdf", Pdf)).RootElement.GetProperty("qpdf")[1];

    private string Pdf => Path.Combine(_folder.FullName, "sheet.pdf");

    /// <summary>The text of a page without blanks and line breaks, so that it does not depend on the layout.</summary>
    public string Words(int page) => Bare(Run("pdftotext", "-raw", "-f", Figure(page), "-l", Figure(page), Pdf, "-"));

    /// <summary>The text within a rectangle of a page, in millimetres from the upper left corner.</summary>
    public string WordsIn(int page, double left, double top, double right, double bottom) => Bare(Run(
        "pdftotext", "-raw", "-r", "254", "-f", Figure(page), "-l", Figure(page),
        "-x", Figure((int)(left * 10)), "-y", Figure((int)(top * 10)), "-W", Figure((int)((right - left) * 10)), "-H", Figure((int)((bottom - top) * 10)), Pdf, "-"));

    /// <summary>Renders a page in grey.</summary>
    public Picture Render(int page, int dpi)
    {
        var bytes = Run("pdftoppm", "-gray", "-r", Figure(dpi), "-f", Figure(page), "-l", Figure(page), Pdf);
        // PGM: "P5\n{width} {height}\n255\n", then one byte per pixel.
        var at = 0;
        var words = new string[4];
        for (var i = 0; i < words.Length; i++)
        {
            var start = at;
            while (!char.IsWhiteSpace((char)bytes[at]))
            {
                at++;
            }

            words[i] = Encoding.ASCII.GetString(bytes, start, at - start);
            at++;
        }

        return new(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture), bytes[at..], dpi);
    }

    /// <summary>A page as a PNG whose longer side has this many pixels.</summary>
    public byte[] Thumbnail(int page, int longSide)
    {
        var picture = Path.Combine(_folder.FullName, "picture");
        Run("pdftoppm", "-png", "-singlefile", "-scale-to", Figure(longSide), "-f", Figure(page), "-l", Figure(page), Pdf, picture);
        return File.ReadAllBytes(picture + ".png");
    }

    /// <summary>The colour of one point of a page, in millimetres from the upper left corner.</summary>
    public (byte Red, byte Green, byte Blue) Colour(int page, double x, double y)
    {
        const int Dpi = 254;
        var bytes = Run("pdftoppm", "-r", Figure(Dpi), "-f", Figure(page), "-l", Figure(page), "-x", Figure((int)(x * 10)), "-y", Figure((int)(y * 10)), "-W", "1", "-H", "1", Pdf);
        return (bytes[^3], bytes[^2], bytes[^1]);
    }

    /// <summary>A page in colour as PNG.</summary>
    public byte[] Png(int page, int dpi)
    {
        var picture = Path.Combine(_folder.FullName, "colour");
        Run("pdftoppm", "-png", "-singlefile", "-r", Figure(dpi), "-f", Figure(page), "-l", Figure(page), Pdf, picture);
        return File.ReadAllBytes(picture + ".png");
    }

    /// <summary>The texts of the QR codes on a page.</summary>
    public IReadOnlyList<string> Codes(int page, int dpi)
    {
        var picture = Path.Combine(_folder.FullName, "page");
        Run("pdftoppm", "-png", "-singlefile", "-r", Figure(dpi), "-f", Figure(page), "-l", Figure(page), Pdf, picture);
        return CodesIn(picture + ".png");
    }

    /// <summary>The texts of the QR codes in a picture file.</summary>
    public static IReadOnlyList<string> CodesIn(string picture) =>
        Encoding.UTF8.GetString(Run("zbarimg", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", picture)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => _folder.Delete(true);

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Millimetres(string points) => double.Parse(points, CultureInfo.InvariantCulture) * 25.4 / 72;

    private static string Bare(byte[] text) => string.Concat(Encoding.UTF8.GetString(text).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    internal static byte[] Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var fault = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        // zbarimg exits with 4 if there is no code.
        Assert.True(process.ExitCode is 0 || (program == "zbarimg" && process.ExitCode == 4), $"{program}: {fault.Result}");
        return output.ToArray();
    }

    /// <summary>A rendered page; one grey byte per pixel.</summary>
    public sealed record Picture(int Width, int Height, byte[] Pixels, int Dpi)
    {
        /// <summary>Bounding box of the ink within a rectangle, in millimetres from the upper left corner; null if it is blank.</summary>
        public (double Left, double Top, double Right, double Bottom)? Ink(double left = 0, double top = 0, double right = 9999, double bottom = 9999, byte darkerThan = 230)
        {
            var (x0, x1, y0, y1) = (int.MaxValue, -1, int.MaxValue, -1);
            for (var y = Math.Max(0, At(top)); y < Math.Min(Height, At(bottom)); y++)
            {
                for (var x = Math.Max(0, At(left)); x < Math.Min(Width, At(right)); x++)
                {
                    if (Pixels[(y * Width) + x] < darkerThan)
                    {
                        (x0, x1, y0, y1) = (Math.Min(x0, x), Math.Max(x1, x), Math.Min(y0, y), Math.Max(y1, y));
                    }
                }
            }

            return x1 < 0 ? null : (Back(x0), Back(y0), Back(x1 + 1), Back(y1 + 1));
        }

        /// <summary>Heights in millimetres of the text lines within a rectangle, i.e. runs of rows with ink. Grey hairlines do not count.</summary>
        public IReadOnlyList<double> Lines(double left, double top, double right, double bottom)
        {
            var inked = Enumerable.Range(At(top), At(bottom) - At(top)).Select(y => Pixels.AsSpan((y * Width) + At(left), At(right) - At(left)).ContainsAnyInRange((byte)0, (byte)100));
            return [.. string.Concat(inked.Select(ink => ink ? '#' : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(line => Back(line.Length))];
        }

        /// <summary>The share of a circle that is drawn, 0 to 1; in millimetres from the upper left corner.</summary>
        public double Circle(double x, double y, double diameter)
        {
            const int Steps = 1440;
            return Enumerable.Range(0, Steps).Count(step =>
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * step / Steps);
                return Pixels[(Pixel(y + (diameter / 2 * sine)) * Width) + Pixel(x + (diameter / 2 * cosine))] < 230;
            }) / (double)Steps;
        }

        /// <summary>Number of dark pixels within a circle, in millimetres from the upper left corner.</summary>
        public int InkWithin(double x, double y, double diameter) => Enumerable.Range(0, Pixels.Length).Count(i =>
            Pixels[i] < 230 && Math.Pow(Back(i % Width) - x, 2) + Math.Pow(Back(i / Width) - y, 2) < diameter * diameter / 4);

        /// <summary>The pixels that differ from another picture of the same size, black on white.</summary>
        public Picture Against(Picture other) => this with { Pixels = [.. Pixels.Zip(other.Pixels, (one, another) => one == another ? (byte)255 : (byte)0)] };

        /// <summary>A part of the picture, in millimetres from the upper left corner.</summary>
        public Picture Part(double left, double top, double right, double bottom)
        {
            var (x, y, width, height) = (At(left), At(top), Math.Min(At(right), Width) - At(left), Math.Min(At(bottom), Height) - At(top));
            return this with { Width = width, Height = height, Pixels = [.. Enumerable.Range(y, height).SelectMany(row => Pixels.Skip((row * Width) + x).Take(width))] };
        }

        /// <summary>The pixels of a rectangle in hex, for comparisons.</summary>
        public string Cell(double left, double top, double right, double bottom) => string.Join('\n', Enumerable
            .Range(At(top), At(bottom) - At(top))
            .Select(y => Convert.ToHexString(Pixels.AsSpan((y * Width) + At(left), At(right) - At(left)))));

        private int At(double millimetres) => (int)Math.Round(Math.Min(millimetres, 9999) / 25.4 * Dpi);

        private int Pixel(double millimetres) => (int)Math.Floor(millimetres / 25.4 * Dpi);

        private double Back(int pixels) => pixels * 25.4 / Dpi;
    }
}
