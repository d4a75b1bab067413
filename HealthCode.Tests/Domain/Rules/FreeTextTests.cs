using HealthCode.Domain.Rules;

namespace HealthCode.Tests.Domain.Rules;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" 　\t\r\n", "")]
    [InlineData("  样例村3号 ", "样例村3号")]
    [InlineData("样例村\r\n3号", "样例村 3号")]
    [InlineData("样例村　　3号", "样例村 3号")]
    [InlineData("样例\u2028村\t3号", "样例 村 3号")]
    [InlineData("𠮷家巷", "𠮷家巷")]
    [InlineData("⻢家湾⽯⻔村⼆组", "马家湾石门村二组")]
    [InlineData("Ⅱ期2-301室（东）·甲", "Ⅱ期2-301室（东）·甲")]
    [InlineData("ئۈرۈمچى", "ئۈرۈمچى")]
    [InlineData("<script>alert('1')</script>", "<script>alert('1')</script>")]
    public void A_line_is_trimmed_and_otherwise_kept_as_typed(string? text, string expected)
    {
        Assert.True(FreeText.TryParse(text, 40, out var value, out var fault), fault);
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("样例\u0000村", "第 3 个字是看不见的控制字符")]
    [InlineData("\u0007样例", "第 1 个字是看不见的控制字符")]
    [InlineData("样\u200B例", "第 2 个字是看不见的控制字符")]
    [InlineData("样\u202E例", "第 2 个字是看不见的控制字符")]
    [InlineData("\uFEFF样例", "第 1 个字是看不见的控制字符")]
    [InlineData("样例😀", "第 3 个字是表情符号")]
    [InlineData("𠮷😀", "第 2 个字是表情符号")]
    [InlineData("❤样例", "第 1 个字是表情符号")]
    [InlineData("样例🇨🇳", "第 3 个字是表情符号")]
    [InlineData("样\uFFFD例", "第 2 个字是损坏的字符")]
    [InlineData("样例\uFFFE", "第 3 个字是损坏的字符")]
    public void A_character_that_no_paper_shows_is_named_with_its_place(string text, string named)
    {
        Assert.False(FreeText.TryParse(text, 40, out var value, out var fault));
        Assert.Equal("", value);
        Assert.Contains(named, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_named_too() =>
        Assert.All([("样\uD83D", 2), ("\uDE00例", 1), ("样例\uD83D例\uD83D", 3)], text =>
        {
            Assert.False(FreeText.TryParse(text.Item1, 40, out _, out var fault));
            Assert.Equal($"第 {text.Item2} 个字是损坏的字符，请删去", fault);
        });

    [Theory]
    [InlineData("样例村三", true)]
    [InlineData("样例村三号", false)]
    [InlineData("𠮷𠮷𠮷𠮷", true)]
    [InlineData("𠮷𠮷𠮷𠮷𠮷", false)]
    [InlineData("  样例村三  ", true)]
    public void The_box_holds_so_many_characters_as_people_count_them(string text, bool fits)
    {
        Assert.Equal(fits, FreeText.TryParse(text, 4, out _, out var fault));
        Assert.Equal(fits ? null : "太长了：最多 4 个字", fault);
    }

    [Theory]
    [InlineData('村')]
    [InlineData(' ')]
    [InlineData('\u0000')]
    public void Ten_megabytes_are_refused(char character)
    {
        var text = "村" + new string(character, 10_000_000);

        Assert.False(FreeText.TryParse(text, 40, out _, out _));
    }
}
