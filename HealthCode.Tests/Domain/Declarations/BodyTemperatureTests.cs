using System.Globalization;
using HealthCode.Domain.Declarations;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class BodyTemperatureTests
{
    [Theory]
    [InlineData("36.5", "36.5")]
    [InlineData("365", "36.5")]
    [InlineData("36。5", "36.5")]
    [InlineData("36，5", "36.5")]
    [InlineData("36,5", "36.5")]
    [InlineData("36、5", "36.5")]
    [InlineData("３６．５", "36.5")]
    [InlineData("３６５", "36.5")]
    [InlineData(" 36.5 ℃", "36.5")]
    [InlineData("36.5°c", "36.5")]
    [InlineData("36 .5", "36.5")]
    [InlineData("36.50", "36.5")]
    [InlineData("37", "37.0")]
    [InlineData("370", "37.0")]
    [InlineData("34.0", "34.0")]
    [InlineData("340", "34.0")]
    [InlineData("42.9", "42.9")]
    [InlineData("429", "42.9")]
    public void A_temperature_is_read_as_people_type_it(string text, string celsius)
    {
        Assert.True(BodyTemperature.TryParse(text, out var temperature, out var fault), fault);
        Assert.Equal(celsius, temperature.Celsius.ToString("0.0", CultureInfo.InvariantCulture));
        Assert.Equal(celsius + " ℃", temperature.ToString());
    }

    [Theory]
    [InlineData(null, "请填写体温")]
    [InlineData("", "请填写体温")]
    [InlineData(" 　", "请填写体温")]
    [InlineData("33.9", "复测")]
    [InlineData("33.2", "复测")]
    [InlineData("332", "复测")]
    [InlineData("0", "复测")]
    [InlineData("43.0", "超出体温计范围")]
    [InlineData("430", "超出体温计范围")]
    [InlineData("97.7", "华氏度")]
    [InlineData("3650", "多打了一位")]
    [InlineData("365.0", "多打了一位")]
    [InlineData("36.55", "一位小数")]
    [InlineData("36.5.", "36.5 这样的数")]
    [InlineData("-36.5", "36.5 这样的数")]
    [InlineData("3.65e1", "36.5 这样的数")]
    [InlineData("正常", "36.5 这样的数")]
    [InlineData("三十六度五", "36.5 这样的数")]
    [InlineData("36.5😀", "36.5 这样的数")]
    [InlineData("36\u00005", "36.5 这样的数")]
    [InlineData("36\uFFFE5", "36.5 这样的数")]
    [InlineData("٣٦٥", "36.5 这样的数")]
    public void Anything_else_is_answered_with_what_to_do(string? text, string sentence)
    {
        Assert.False(BodyTemperature.TryParse(text, out _, out var fault));
        Assert.Contains(sentence, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_answered_too()
    {
        Assert.False(BodyTemperature.TryParse("36\uD83D", out _, out var fault));
        Assert.NotNull(fault);
    }

    [Fact]
    public void Ten_megabytes_are_refused()
    {
        var text = new string('3', 10_000_000);

        Assert.False(BodyTemperature.TryParse(text, out _, out var fault));

        Assert.Contains("36.5 这样的数", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_of_the_range_is_kept_as_typed_with_and_without_its_point()
    {
        for (var celsius = 34.0m; celsius <= 42.9m; celsius += 0.1m)
        {
            var typed = celsius.ToString("0.0", CultureInfo.InvariantCulture);
            Assert.True(BodyTemperature.TryParse(typed, out var one, out _));
            Assert.True(BodyTemperature.TryParse(typed.Replace(".", "", StringComparison.Ordinal), out var two, out _));
            Assert.Equal((celsius, celsius), (one.Celsius, two.Celsius));
            Assert.Equal(one, BodyTemperature.Restore(celsius));
        }
    }
}
