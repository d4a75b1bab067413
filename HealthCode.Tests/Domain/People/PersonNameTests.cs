using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.People;

namespace HealthCode.Tests.Domain.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("马")]
    [InlineData("张三")]
    [InlineData("〇丽")]
    [InlineData("㐂䶮")]
    [InlineData("𠮷𬱖·阿卜")]
    [InlineData("\U00030000\U000323AF\U0002EBF0")]
    [InlineData("\uF9DC\U0002F800")]
    [InlineData("John A. Smith-O'Neil")]
    [InlineData("José Müller")]
    [InlineData("Jose\u0301 Ñandú")]
    [InlineData("乔治·W·布什")]
    public void A_name_is_kept_as_it_is(string text)
    {
        var name = Parsed(text);

        Assert.Equal((text, text), (name.Raw, name.Value));
    }

    [Theory]
    [InlineData('\u2022')]
    [InlineData('\u30FB')]
    [InlineData('\uFF65')]
    [InlineData('\u2027')]
    [InlineData('\u22C5')]
    [InlineData('\u2219')]
    [InlineData('\u0387')]
    [InlineData('\uFF0E')]
    [InlineData('.')]
    public void Every_dot_between_Han_characters_becomes_the_one_separator(char dot)
    {
        var raw = $"𠮷𬱖{dot}阿卜{dot}提";
        var name = Parsed($" {raw}\t");

        Assert.Equal((raw, "𠮷𬱖·阿卜·提"), (name.Raw, name.Value));
        Assert.Equal(["𠮷𬱖", "阿卜", "提"], name.Parts);
    }

    [Theory]
    [InlineData("⻢文⼭", "马文山")]
    [InlineData("⻩⻰", "黄龙")]
    [InlineData("⾺⽂⽟·⻅", "馬文玉·见")]
    public void Radicals_of_a_PDF_are_the_plain_characters(string text, string plain)
    {
        var name = Parsed(text);

        Assert.Equal((text, plain), (name.Raw, name.Value));
    }

    [Theory]
    [InlineData("峯")]
    [InlineData("㐂䶮𠮷")]
    [InlineData("\uF967\uFA0E")]
    [InlineData("亻彳氵")]
    public void A_character_that_is_none_of_the_radicals_block_is_printed_as_written(string text) => Assert.Equal(text, Parsed(text).Value);

    [Theory]
    [InlineData(null, "没有填写")]
    [InlineData(" \u3000", "没有填写")]
    [InlineData("张3", "“3”")]
    [InlineData("张３", "“３”")]
    [InlineData("张😀", "😀")]
    [InlineData("张\u0007三", "U+0007")]
    [InlineData("张\u200B三", "U+200B")]
    [InlineData("张\n三", "U+000A")]
    [InlineData("张 三", "空格")]
    [InlineData("张\u3000三", "U+3000")]
    [InlineData("·阿卜", "“·”")]
    [InlineData("阿卜•", "“•”")]
    [InlineData("阿••卜", "“•”")]
    [InlineData("张.", "“.”")]
    [InlineData("Ｊohn", "全角")]
    [InlineData("Иван", "“И”")]
    [InlineData("张,三", "“,”")]
    [InlineData("张<b>", "“<”")]
    [InlineData("-", "“-”")]
    public void A_rejection_names_what_to_look_at(string? text, string named)
    {
        Assert.False(PersonName.TryParse(text, out var name, out var fault));
        Assert.Null(name);
        Assert.Contains(named, fault, StringComparison.Ordinal);
    }

    // An attribute cannot hold half a surrogate pair, so it has no row above.
    [Fact]
    public void Half_a_character_is_rejected()
    {
        Assert.False(PersonName.TryParse("张\uD83D", out _, out var fault));
        Assert.Contains("U+D83D", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Fifty_characters_of_any_block_are_the_longest(int count, bool accepted) =>
        Assert.Equal(accepted, PersonName.TryParse(string.Concat(Enumerable.Repeat("𠮷", count)), out _, out _));

    [Fact]
    public void A_pasted_file_is_refused() =>
        Assert.False(PersonName.TryParse(new string('张', 10 * 1024 * 1024), out _, out _));

    [Fact]
    public void Length_counts_what_people_count() => Assert.Equal(5, Parsed("𠮷𬱖·阿卜").Length);

    [Theory]
    [InlineData("张\uE863", true)]
    [InlineData("张\U000F0000", true)]
    [InlineData("张䶮", false)]
    public void A_private_use_character_is_accepted_and_told(string text, bool told) =>
        Assert.Equal(told, Parsed(text).HasPrivateUseCharacter);

    [Theory]
    [InlineData("马", "*")]
    [InlineData("张三", "张*")]
    [InlineData("张三丰", "张**")]
    [InlineData("张三四五六", "张**")]
    [InlineData("欧阳", "欧*")]
    [InlineData("欧阳锋", "欧阳*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("阿卜杜拉·买买提", "阿**·**")]
    [InlineData("John Smith", "J**")]
    public void A_masked_name_shows_the_surname_only(string text, string masked)
    {
        Assert.Equal(masked, Parsed(text).Masked);
        Assert.Equal(masked, Parsed(text).ToString());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "𠮷")]
    [InlineData(3, "𠮷𬱖·")]
    [InlineData(5, "𠮷𬱖·阿卜")]
    [InlineData(9, "𠮷𬱖·阿卜")]
    public void A_cut_counts_whole_characters(int elements, string expected) =>
        Assert.Equal(expected, Parsed("𠮷𬱖·阿卜").Cut(elements));

    [Fact]
    public void A_negative_cut_is_our_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Parsed("张三").Cut(-1));

    [Fact]
    public void A_cut_never_leaves_half_a_character() =>
        Prop.ForAll(
            Gen.Elements("张", "𠮷", "𬱖", "e\u0301", "\uE863", "·").ListOf().ToArbitrary(),
            Gen.Choose(0, 60).ToArbitrary(),
            (pieces, elements) =>
            {
                var cut = PersonName.Restore(string.Concat(pieces)).Cut(elements);
                return !cut.EnumerateRunes().Contains(Rune.ReplacementChar);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mask_never_shows_the_end() =>
        Prop.ForAll(
            Gen.Choose(3, 50).SelectMany(length => Gen.Elements("张", "𠮷", "欧", "阳", "马").ArrayOf(length)).ToArbitrary(),
            pieces => Parsed(string.Concat(pieces)).Masked.EndsWith('*')).QuickCheckThrowOnFailure();

    [Fact]
    public void A_restored_name_equals_the_one_that_was_read() =>
        Assert.Equal(Parsed("阿卜•提"), PersonName.Restore("阿卜•提"));

    private static PersonName Parsed(string text)
    {
        Assert.True(PersonName.TryParse(text, out var name, out var fault), fault);
        return name!;
    }
}
