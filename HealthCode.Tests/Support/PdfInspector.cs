using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>Reads a PDF back as a printer and a scanner would, with Poppler and ZBar.</summary>
public sealed class PdfInspector : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("healthcode-pdf-");

    public PdfInspector(byte[] pdf) => File.WriteAllBytes(Pdf, pdf);

    /// <summary>Each page's size in millimetres.</summary>
    public IReadOnlyList<(double Width, double Height)> Sizes =>
    [
        .. Encoding.UTF8.GetString(Run("pdfinfo", "-f", "1", "-l", "99", Pdf)).Split('\n')
            .Where(line => line.StartsWith("Page ", StringComparison.Ordinal) && line.Contains(" size:", StringComparison.Ordinal))
            .Select(line => line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => (Millimetres(words[0]), Millimetres(words[2]))),
    ];

    /// <summary>Each font's name and whether it lies in the file.</summary>
    public IReadOnlyList<(string Name, bool Embedded)> Fonts =>
    [
        .. Encoding.UTF8.GetString(Run("pdffonts", Pdf)).Split('\n').Skip(2).Where(line => line.Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            // name, type (one or more words), encoding, emb, sub, uni, object number, generation
            .Select(words => (words[0], words[^5] == "yes")),
    ];

    private string Pdf => Path.Combine(_folder.FullName, "sheet.pdf");

    /// <summary>The text of a page without blanks and line breaks: a paper's wording, whatever its lines.</summary>
    public string Words(int page) => string.Concat(
        Encoding.UTF8.GetString(Run("pdftotext", "-raw", "-f", Figure(page), "-l", Figure(page), Pdf, "-")).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    /// <summary>The page as grey pixels.</summary>
    public Picture Render(int page, int dpi)
    {
        var bytes = Run("pdftoppm", "-gray", "-r", Figure(dpi), "-f", Figure(page), "-l", Figure(page), Pdf);
        // PGM: "P5\n{width} {height}\n255\n" and a byte a pixel.
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

    /// <summary>The colour of a spot of a page, at millimetres from the upper left: red, green, blue.</summary>
    public (byte Red, byte Green, byte Blue) Colour(int page, double x, double y)
    {
        const int Dpi = 254;
        var bytes = Run("pdftoppm", "-r", Figure(Dpi), "-f", Figure(page), "-l", Figure(page), "-x", Figure((int)(x * 10)), "-y", Figure((int)(y * 10)), "-W", "1", "-H", "1", Pdf);
        return (bytes[^3], bytes[^2], bytes[^1]);
    }

    /// <summary>What a scanner reads from the page.</summary>
    public IReadOnlyList<string> Codes(int page, int dpi)
    {
        var picture = Path.Combine(_folder.FullName, "page");
        Run("pdftoppm", "-png", "-singlefile", "-r", Figure(dpi), "-f", Figure(page), "-l", Figure(page), Pdf, picture);
        return Encoding.UTF8.GetString(Run("zbarimg", "--raw", "--quiet", picture + ".png")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => _folder.Delete(true);

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Millimetres(string points) => double.Parse(points, CultureInfo.InvariantCulture) * 25.4 / 72;

    private static byte[] Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var fault = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        // ZBar says 4 when there is no code to be found.
        Assert.True(process.ExitCode is 0 || (program == "zbarimg" && process.ExitCode == 4), $"{program}: {fault.Result}");
        return output.ToArray();
    }

    /// <summary>A rendered page.</summary>
    public sealed record Picture(int Width, int Height, byte[] Pixels, int Dpi)
    {
        /// <summary>Where there is ink within a rectangle, in millimetres from the upper left; null when it is blank.</summary>
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

        /// <summary>The pixels of a rectangle, to be compared.</summary>
        public string Cell(double left, double top, double right, double bottom) => string.Join('\n', Enumerable
            .Range(At(top), At(bottom) - At(top))
            .Select(y => Convert.ToHexString(Pixels.AsSpan((y * Width) + At(left), At(right) - At(left)))));

        private int At(double millimetres) => (int)Math.Round(Math.Min(millimetres, 9999) / 25.4 * Dpi);

        private double Back(int pixels) => pixels * 25.4 / Dpi;
    }
}
