using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;

namespace HealthCode.Tests.Printing;

/// <summary>校准测试页: what a reader measures on it is what the page claims.</summary>
public sealed class TestSheetTests
{
    private static readonly Dictionary<string, Paper> Papers = new[] { Paper.A4, Paper.A5, Paper.A6 }.ToDictionary(paper => paper.Name);

    public static TheoryData<string> Sheets => [.. Papers.Keys];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_rulers_begin_10_mm_from_the_edges_and_are_50_mm_long(string paper)
    {
        var (across, down) = Rulers(paper, Calibration.None);

        Assert.Equal(10, across.Left, 0.15);
        Assert.Equal(60, across.Right, 0.15);
        Assert.Equal(10, down.Top, 0.15);
        Assert.Equal(60, down.Bottom, 0.15);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_calibration_is_seen_on_the_ruler(string paper)
    {
        var (across, down) = Rulers(paper, Calibration.Of(1.0m, -0.5m, 101m));

        Assert.Equal(11.1, across.Left, 0.15);
        Assert.Equal(50.5, across.Right - across.Left, 0.2);
        Assert.Equal(9.6, down.Top, 0.15);
    }

    [Fact]
    public void What_the_reader_is_told_to_type_brings_the_printer_right()
    {
        // This printer prints everything 1.2 mm too far to the right: the ruler stands at 11.2.
        var measured = Rulers("A4", Calibration.None).Across.Left + 1.2;
        var typed = Calibration.Of(-Math.Round((decimal)(measured - 10), 1), 0m, 100m);

        Assert.Equal(10, Rulers("A4", typed).Across.Left + 1.2, 0.15);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_cross_stands_in_each_corner(string name)
    {
        var paper = Papers[name];
        using var sheet = new PdfInspector(TestSheet.Draw(paper, Calibration.None));
        var page = sheet.Render(1, 300);

        foreach (var x in (double[])[10, paper.Width - 10])
        {
            foreach (var y in (double[])[10, paper.Height - 10])
            {
                var arms = page.Ink(x - 5, y - 1, x + 5, y + 1)!.Value;
                Assert.Equal(x, (arms.Left + arms.Right) / 2, 0.15);
                var stem = page.Ink(x - 1, y - 5, x + 1, y + 5)!.Value;
                Assert.Equal(y, (stem.Top + stem.Bottom) / 2, 0.15);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void It_says_how_to_print_and_what_is_set_now(string name)
    {
        using var sheet = new PdfInspector(TestSheet.Draw(Papers[name], Calibration.Of(0.3m, -1.2m, 99.5m)));

        var words = sheet.Words(1);
        Assert.Contains("实际大小100%", words, StringComparison.Ordinal);
        Assert.Contains("左右0.3，上下-1.2，缩放99.5%", words, StringComparison.Ordinal);
        var ink = sheet.Render(1, 150).Ink()!.Value;
        Assert.True(ink.Right < Papers[name].Width - 4 && ink.Bottom < Papers[name].Height - 4, $"{ink}");
    }

    /// <summary>The ink of the two rulers' ticks, mm.</summary>
    private static ((double Left, double Right) Across, (double Top, double Bottom) Down) Rulers(string name, Calibration calibration)
    {
        var paper = Papers[name];
        using var sheet = new PdfInspector(TestSheet.Draw(paper, calibration));
        var page = sheet.Render(1, 300);
        // A stripe that crosses even the short ticks, wherever a calibration has put them.
        var (x, y) = ((paper.Width / 2 * (double)calibration.Scale / 100) + (double)calibration.OffsetX, (paper.Height / 2 * (double)calibration.Scale / 100) + (double)calibration.OffsetY);
        var across = page.Ink(5, y + 0.5, 65, y + 2)!.Value;
        var down = page.Ink(x + 0.5, 5, x + 2, 65)!.Value;
        return ((across.Left, across.Right), (down.Top, down.Bottom));
    }
}
