using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class PassNumberTests
{
    private static readonly Gen<string> Numbers =
        from office in Gen.Elements(Code, "640202003401", "110101001001", "659009501500")
        from sequence in Gen.Choose(1, 9_999_999)
        select PassNumber.Of(DivisionCode.Parse(office), sequence).Value;

    [Theory]
    [InlineData(1, "6401040012010000001")]
    [InlineData(123, "6401040012010000123")]
    [InlineData(9_999_999, "6401040012019999999")]
    public void A_number_is_office_sequence_and_check_character(int sequence, string body)
    {
        var number = PassNumber.Of(DivisionCode.Parse(Code), sequence);

        Assert.Equal(body + CheckCharacter.Mod11Radix2(body), number.Value);
        Assert.Equal(20, number.Value.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000)]
    public void A_sequence_that_does_not_fit_is_our_bug(int sequence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PassNumber.Of(DivisionCode.Parse(Code), sequence));

    [Fact]
    public void It_is_shown_in_groups_of_four()
    {
        Assert.Matches("^6401 0400 1201 0000 123[0-9X]$", Number(123).Grouped);
        Assert.Equal(Number(123).Grouped, Number(123).ToString());
        Assert.Equal(Number(123), PassNumber.Restore(Number(123).Value));
    }

    [Fact]
    public void A_typed_or_scanned_number_is_read_back() =>
        Prop.ForAll(Numbers.ToArbitrary(), value =>
            Reads(value, value)
            && Reads(PassNumber.Restore(value).Grouped, value)
            && Reads($" {value.ToLowerInvariant()}\r\n", value)
            && Reads($"{value[..12]}-{value[12..19]}-{value[19]}", value)
            && Reads(string.Concat(value.Select(FullWidth)), value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_wrong_digit_is_caught() =>
        Prop.ForAll(Numbers.ToArbitrary(), value =>
            Enumerable.Range(0, 19).All(place => "0123456789".Where(digit => digit != value[place])
                .All(digit => !PassNumber.TryParse($"{value[..place]}{digit}{value[(place + 1)..]}", out _)))
            && "0123456789X".Where(check => check != value[19]).All(check => !PassNumber.TryParse(value[..19] + check, out _)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_exchange_of_neighbours_is_caught() =>
        Prop.ForAll(Numbers.ToArbitrary(), value =>
            Enumerable.Range(0, 19).Where(place => value[place] != value[place + 1])
                .All(place => !PassNumber.TryParse($"{value[..place]}{value[place + 1]}{value[place]}{value[(place + 2)..]}", out _)))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6401040012010000001")]
    [InlineData("64010400120100000011")]
    [InlineData("X4010400120100000012")]
    [InlineData("健康通行卡")]
    [InlineData("6401040012010000\uFFFE12")]
    [InlineData("٦٤٠١٠٤٠٠١٢٠١٠٠٠٠٠٠١٢")]
    public void Anything_else_is_no_number(string? text) => Assert.False(PassNumber.TryParse(text, out _));

    [Fact]
    public void Ten_megabytes_are_refused()
    {
        var text = new string('6', 10_000_000);

        Assert.False(PassNumber.TryParse(text, out _));
    }

    private static bool Reads(string text, string value) => PassNumber.TryParse(text, out var number) && number.Value == value;

    private static char FullWidth(char character) => (char)(character + 0xFEE0);
}
