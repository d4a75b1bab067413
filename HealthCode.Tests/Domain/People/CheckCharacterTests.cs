using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.People;

namespace HealthCode.Tests.Domain.People;

public sealed class CheckCharacterTests
{
    [Theory]
    [InlineData("11010519491231002", 'X')]
    [InlineData("34052419800101001", 'X')]
    [InlineData("13050319940104001", '9')]
    [InlineData("93268219850101001", '7')]
    [InlineData("0794", '0')]
    [InlineData("079", 'X')]
    public void The_character_follows_from_the_digits_of_any_length(string digits, char expected) =>
        Assert.Equal(expected, CheckCharacter.Mod11Radix2(digits));

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("１２")]
    public void Anything_but_digits_is_our_bug(string digits) =>
        Assert.Throws<ArgumentException>(() => CheckCharacter.Mod11Radix2(digits));

    [Fact]
    public void A_single_wrong_digit_of_a_number_of_any_length_is_caught() =>
        Prop.ForAll(
            Gen.Choose(1, 40).SelectMany(length => Gen.Choose(0, 9).ListOf(length)).ToArbitrary(),
            Gen.Choose(0, 39).ToArbitrary(),
            Gen.Choose(1, 9).ToArbitrary(),
            (digits, place, shift) =>
            {
                var right = digits.ToArray();
                var wrong = digits.ToArray();
                wrong[place % wrong.Length] = (wrong[place % wrong.Length] + shift) % 10;
                return CheckCharacter.Mod11Radix2(string.Concat(right)) != CheckCharacter.Mod11Radix2(string.Concat(wrong));
            }).QuickCheckThrowOnFailure();
}
