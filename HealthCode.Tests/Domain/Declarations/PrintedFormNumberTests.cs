using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class PrintedFormNumberTests
{
    private static readonly Gen<(string Office, int Sequence)> Forms =
        from office in Gen.Elements(Code, "640202003401", "110101001001", "659009501500")
        from sequence in Gen.Choose(1, 999_999)
        select (office, sequence);

    private static readonly Gen<string> Numbers = Forms.Select(form => PrintedFormNumber.Of(DivisionCode.Parse(form.Office), form.Sequence).Value);

    // The check characters are worked out apart from our code: ISO 7064 MOD 11-2 over the 18 digits.
    [Theory]
    [InlineData(1, "B6401040012010000011")]
    [InlineData(12, "B6401040012010000126")]
    [InlineData(999_999, "B6401040012019999992")]
    public void A_number_is_B_office_sequence_and_check_character(int sequence, string value)
    {
        var number = PrintedFormNumber.Of(DivisionCode.Parse(Code), sequence);

        Assert.Equal(value, number.Value);
        Assert.Equal(CheckCharacter.Mod11Radix2(value.AsSpan(1, 18)), value[19]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void A_sequence_that_does_not_fit_is_our_bug(int sequence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PrintedFormNumber.Of(DivisionCode.Parse(Code), sequence));

    [Fact]
    public void It_is_shown_as_B_office_sequence_and_check_character()
    {
        var number = PrintedFormNumber.Of(DivisionCode.Parse(Code), 12);

        Assert.Matches("^B 640104001201 000012 [0-9X]$", number.Grouped);
        Assert.Equal(number, PrintedFormNumber.Restore(number.Value));
    }

    [Fact]
    public void A_typed_or_scanned_number_is_read_back() =>
        Prop.ForAll(Numbers.ToArbitrary(), value =>
            Reads(value, value)
            && Reads(PrintedFormNumber.Restore(value).Grouped, value)
            && Reads($" {value.ToLowerInvariant()}\r\n", value)
            && Reads($"{value[..1]}-{value[1..13]}-{value[13..19]}-{value[19]}", value)
            && Reads($"　{string.Concat(value.Select(FullWidth))}", value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_wrong_character_is_caught() =>
        Prop.ForAll(Numbers.ToArbitrary(), value =>
            Enumerable.Range(0, 20).All(place => "0123456789BX".Where(other => other != value[place])
                .All(other => !PrintedFormNumber.TryParse($"{value[..place]}{other}{value[(place + 1)..]}", out _))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_exchange_of_neighbours_is_caught() =>
        Prop.ForAll(Numbers.ToArbitrary(), value =>
            Enumerable.Range(0, 19).Where(place => value[place] != value[place + 1])
                .All(place => !PrintedFormNumber.TryParse($"{value[..place]}{value[place + 1]}{value[place]}{value[(place + 2)..]}", out _)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_form_is_never_taken_for_a_card_nor_a_card_for_a_form() =>
        Prop.ForAll(Forms.ToArbitrary(), form =>
            !PassNumber.TryParse(PrintedFormNumber.Of(DivisionCode.Parse(form.Office), form.Sequence).Value, out _)
            && !PrintedFormNumber.TryParse(PassNumber.Of(DivisionCode.Parse(form.Office), form.Sequence).Value, out _)
            && !PrintedFormNumber.TryParse("B" + PassNumber.Of(DivisionCode.Parse(form.Office), form.Sequence).Value, out _))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("B640104001201000001")]
    [InlineData("C6401040012010000011")]
    [InlineData("B64010400120100000111")]
    [InlineData("BB40104001201000001X")]
    [InlineData("健康通行卡办理申报表")]
    [InlineData("B640104001201000\uFFFE01")]
    [InlineData("B٦٤٠١٠٤٠٠١٢٠١٠٠٠٠٠١١")]
    public void Anything_else_is_no_number(string? text) => Assert.False(PrintedFormNumber.TryParse(text, out _));

    [Fact]
    public void Ten_megabytes_are_refused()
    {
        var text = new string('B', 10_000_000);

        Assert.False(PrintedFormNumber.TryParse(text, out _));
    }

    private static bool Reads(string text, string value) => PrintedFormNumber.TryParse(text, out var number) && number.Value == value;

    private static char FullWidth(char character) => (char)(character + 0xFEE0);
}
