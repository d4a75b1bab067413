using System.Globalization;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.PrintRuns;

public sealed class CalibrationTests
{
    [Theory]
    [InlineData("-5.0", "5.0", "95")]
    [InlineData("5.0", "-5.0", "105")]
    [InlineData("0", "0", "100")]
    [InlineData("-0.1", "0.1", "99.9")]
    public void A_printer_may_be_off_by_so_much(string x, string y, string scale)
    {
        var calibration = Calibration.Of(Figure(x), Figure(y), Figure(scale));

        Assert.Equal((Figure(x), Figure(y), Figure(scale)), (calibration.OffsetX, calibration.OffsetY, calibration.Scale));
    }

    [Theory]
    [InlineData("-5.1")]
    [InlineData("5.1")]
    [InlineData("5.01")]
    [InlineData("-5.04")]
    [InlineData("20")]
    public void Paper_that_lies_further_off_lies_wrong(string offset)
    {
        Assert.Equal([PrintRules.OffsetInRange], Forbids(() => Calibration.Of(Figure(offset), 0, 100)));
        Assert.Equal([PrintRules.OffsetInRange], Forbids(() => Calibration.Of(0, Figure(offset), 100)));
    }

    [Theory]
    [InlineData("94.9")]
    [InlineData("94.99")]
    [InlineData("105.1")]
    [InlineData("20")]
    [InlineData("0")]
    [InlineData("-100")]
    public void A_driver_that_scales_is_not_calibrated_away(string scale) =>
        Assert.Equal([PrintRules.ScaleInRange], Forbids(() => Calibration.Of(0, 0, Figure(scale))));

    [Fact]
    public void It_is_kept_in_steps_of_a_tenth() =>
        Assert.Equal(new(1.2m, -1.3m, 99.9m), Calibration.Of(1.24m, -1.26m, 99.94m));

    [Fact]
    public void Every_figure_that_is_off_is_told_at_once_beside_its_field()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Calibration.Of(5.1m, -5.1m, 94.9m));

        Assert.Equal<(Rule, Field?)>(
            [(PrintRules.OffsetInRange, PrintField.OffsetX), (PrintRules.OffsetInRange, PrintField.OffsetY), (PrintRules.ScaleInRange, PrintField.Scale)],
            broken.Breaches.Select(breach => (breach.Rule, breach.Field)));
    }

    [Fact]
    public void A_printer_that_is_not_off_is_true_to_size() => Assert.Equal(Calibration.None, Calibration.Of(0, 0, 100));

    private static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
