using HealthCode.Domain.Rules;

namespace HealthCode.Tests.Domain.Rules;

public sealed class HalfWidthTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("３６．５", "36.5")]
    [InlineData("ＡＢｘ－１　２", "ABx-1 2")]
    [InlineData("36.5℃", "36.5°C")]
    [InlineData("\u200B3\u20606\uFEFF.5\uFE0F\U000E0100", "36.5")]
    [InlineData("\u202A1\u034F2\u202C\u3164", "12")]
    [InlineData("⻢\uF967e\u0301", "马不\u00E9")]
    public void Full_width_becomes_plain(string text, string plain) => Assert.Equal(plain, HalfWidth.Normalize(text));

    // Half a surrogate pair cannot stand in an attribute: attributes are kept as UTF-8.
    [Fact]
    public void A_broken_text_comes_back_as_it_is() =>
        Assert.All(["３６\uD83D", "\uDE00３６", "３６\uFFFE"], text => Assert.Equal(text, HalfWidth.Normalize(text)));
}
