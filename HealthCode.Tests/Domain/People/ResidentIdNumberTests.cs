using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.People;

namespace HealthCode.Tests.Domain.People;

public sealed class ResidentIdNumberTests
{
    private static readonly DateOnly Today = new(2020, 3, 10);

    private static readonly Gen<string> ValidNumbers =
        from area in Gen.Elements("640104", "642221", "110105", "659001")
        from day in Gen.Choose(0, 43_000)
        from sequence in Gen.Choose(0, 999)
        let digits = $"{area}{new DateOnly(1900, 1, 1).AddDays(day):yyyyMMdd}{sequence:000}"
        select digits + CheckCharacter.Mod11Radix2(digits);

    [Theory]
    [InlineData(" 6401 0419 4802 290010 ", "640104194802290010")]
    [InlineData("６４０１０４１９４８０２２９００１０", "640104194802290010")]
    [InlineData("11010519491231002x", "11010519491231002X")]
    [InlineData("11010519491231002ｘ", "11010519491231002X")]
    [InlineData("11010519491231002×", "11010519491231002X")]
    [InlineData("11010519491231002х", "11010519491231002X")]
    [InlineData("11010519491231002Х", "11010519491231002X")]
    [InlineData("'640104194802290010", "640104194802290010")]
    [InlineData("\u200B640104194802290010\uFEFF", "640104194802290010")]
    [InlineData(null, "")]
    public void What_hands_and_programs_do_to_a_number_is_undone(string? text, string expected) =>
        Assert.Equal(expected, ResidentIdNumber.Normalise(text));

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_the_normalisation() =>
        Assert.Equal("64\uD83D", ResidentIdNumber.Normalise("64\uD83D"));

    [Fact]
    public void A_character_without_a_normal_form_does_not_break_it_either() =>
        Assert.Equal("64\uFFFE", ResidentIdNumber.Normalise(" 64\uFFFE"));

    [Theory]
    [InlineData("110105491231002", "11010519491231002X")]
    [InlineData("640102480229001", "640102194802290018")]
    public void Fifteen_digits_become_eighteen(string fifteen, string eighteen) =>
        Assert.Equal(eighteen, ResidentIdNumber.ToEighteen(fifteen));

    [Theory]
    [InlineData("640102480229995")]
    [InlineData("640102480229996")]
    [InlineData("640102480229999")]
    [InlineData("64010248022900")]
    [InlineData("64010248022900X")]
    public void Sequences_of_centenarians_and_other_shapes_are_not_converted(string fifteen) =>
        Assert.Null(ResidentIdNumber.ToEighteen(fifteen));

    [Fact]
    public void The_last_sequence_before_those_of_centenarians_is_converted() =>
        Assert.NotNull(ResidentIdNumber.ToEighteen("640102480229994"));

    [Fact]
    public void A_valid_number_has_no_fault() =>
        Prop.ForAll(ValidNumbers.ToArbitrary(), number => FaultsOf(number).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_single_wrong_digit_is_caught() =>
        Prop.ForAll(
            ValidNumbers.ToArbitrary(),
            Gen.Choose(0, 17).ToArbitrary(),
            Gen.Choose(0, 9).ToArbitrary(),
            (number, place, digit) => number[place] == '0' + digit
                || FaultsOf($"{number[..place]}{(char)('0' + digit)}{number[(place + 1)..]}").Count > 0)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_two_neighbours_exchanged_are_caught() =>
        Prop.ForAll(
            ValidNumbers.ToArbitrary(),
            Gen.Choose(0, 16).ToArbitrary(),
            (number, place) => number[place] == number[place + 1]
                || FaultsOf($"{number[..place]}{number[place + 1]}{number[place]}{number[(place + 2)..]}").Count > 0)
            .QuickCheckThrowOnFailure();

    private static IReadOnlyList<DocumentFault> FaultsOf(string number) =>
        ResidentIdNumber.Check(number, IdentityDocumentKind.ResidentIdCard, Today);
}
