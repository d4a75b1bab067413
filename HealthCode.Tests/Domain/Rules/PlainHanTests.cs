using HealthCode.Domain.Rules;

namespace HealthCode.Tests.Domain.Rules;

public sealed class PlainHanTests
{
    [Theory]
    [InlineData("⻢⽂⼭", "马文山")]
    [InlineData("⻅⻉⻋⻔⻘⻙⻚⻛⻜⻝⻥⻦⻨⻩⻬⻮⻰⻳", "见贝车门青韦页风飞食鱼鸟麦黄齐齿龙龟")]
    [InlineData("⼀组㇐", "一组一")]
    [InlineData("⺟⺠⻓⻁", "母民长虎")]
    [InlineData("样例村3组", "样例村3组")]
    [InlineData("𠮷⻢\uF967", "𠮷马\uF967")]
    [InlineData("", "")]
    public void A_radical_is_the_character_it_looks_like_and_nothing_else_is_touched(string text, string plain) => Assert.Equal(plain, PlainHan.Normalize(text));

    /// <summary>U+2E9A and U+2FD6 to U+2FDF are not assigned; ⺀ U+2E80 stands for no character.</summary>
    [Fact]
    public void Every_radical_of_both_blocks_has_its_character() => Assert.All(
        Enumerable.Range(0x2E81, 0x2FD5 - 0x2E81 + 1).Where(point => point != 0x2E9A && point is <= 0x2EF3 or >= 0x2F00),
        point => Assert.True(PlainHan.Normalize(((char)point).ToString()).EnumerateRunes().Single().Value >= 0x3400));
}
