using HealthCode.Domain.Rules;

namespace HealthCode.Tests.Domain.Rules;

public sealed class HalfWidthTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("３６．５", "36.5")]
    [InlineData("ＡＢｘ－１　２", "ABx-1 2")]
    [InlineData("36.5℃", "36.5°C")]
    public void Full_width_becomes_plain(string text, string plain) => Assert.Equal(plain, HalfWidth.Of(text));

    // Half a surrogate pair cannot stand in an attribute: attributes are kept as UTF-8.
    [Fact]
    public void A_broken_text_comes_back_as_it_is() =>
        Assert.All(["３６\uD83D", "\uDE00３６", "３６\uFFFE"], text => Assert.Equal(text, HalfWidth.Of(text)));
}
