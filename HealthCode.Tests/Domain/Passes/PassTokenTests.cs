using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class PassTokenTests
{
    private static readonly PassToken Sample = PublishedVector.Token() with { Mark = DocumentTag.Restore([0xAC, 0x1D, 0x87]) };

    [Fact]
    public void Sixteen_bytes_say_version_key_office_sequence_days_and_mark()
    {
        var head = Sample.Head();

        Assert.Equal(16, head.Length);
        Assert.Equal(1, head[0]);
        Assert.Equal(3, head[1]);
        Assert.Equal("95092BEEB1", Convert.ToHexString(head[2..7])); // 640104001201
        Assert.Equal("00007B", Convert.ToHexString(head[7..10])); // 123
        Assert.Equal("0040", Convert.ToHexString(head[10..12])); // 64 days after 1 January 2020
        Assert.Equal(14, head[12]);
        Assert.Equal("AC1D87", Convert.ToHexString(head[13..]));
    }

    [Fact]
    public void What_is_signed_begins_with_words_that_no_other_paper_begins_with() =>
        Assert.Equal([.. "HealthPass/1:"u8, .. Sample.Head()], PassToken.SignedPart(Sample.Head()));

    [Theory]
    [InlineData("640104001201", 1, 1)]
    [InlineData("640104001201", 9_999_999, 255)]
    [InlineData("010000000000", 1, 1)]
    [InlineData("110101001001", 123, 7)]
    [InlineData("999999999999", 9_999_999, 255)]
    public void Every_office_and_sequence_is_read_back(string office, int sequence, int key)
    {
        var token = PublishedVector.Token(sequence, office: office, keyNumber: key);

        Assert.Equal(token, PassToken.Read(token.Head()));
    }

    [Theory]
    [InlineData("2020-01-01", 0)]
    [InlineData("2020-02-29", 14)]
    [InlineData("2020-12-31", 255)]
    [InlineData("2199-06-06", 14)]
    public void Every_day_is_read_back(string first, int days)
    {
        var token = Sample with { Validity = new(Day(first), Day(first).AddDays(days)) };

        Assert.Equal(token, PassToken.Read(token.Head()));
    }

    [Theory]
    [InlineData("2019-12-31", 14)]
    [InlineData("2199-06-07", 14)]
    [InlineData("2020-03-05", 256)]
    [InlineData("2020-03-05", -1)]
    public void Days_that_do_not_fit_are_our_bug(string first, int days) =>
        Assert.Throws<OverflowException>(() => (Sample with { Validity = new(Day(first), Day(first).AddDays(days)) }).Head());

    [Fact]
    public void A_key_number_that_does_not_fit_is_our_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (Sample with { KeyNumber = 0 }).Head());
        Assert.Throws<OverflowException>(() => (Sample with { KeyNumber = 256 }).Head());
        Assert.Throws<OverflowException>(() => (Sample with { KeyNumber = -1 }).Head());
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(0, "02")]
    [InlineData(0, "FF")]
    [InlineData(1, "00")]
    [InlineData(2, "E8D4A51000")] // 1,000,000,000,000
    [InlineData(2, "FFFFFFFFFF")]
    [InlineData(2, "0000000000")]
    [InlineData(2, "02540BE3FF")] // 009,999,999,999: no province
    [InlineData(7, "000000")]
    [InlineData(7, "989680")] // 10,000,000
    [InlineData(7, "FFFFFF")]
    public void What_no_office_could_have_issued_is_refused(int at, string hex)
    {
        var head = Sample.Head();
        Convert.FromHexString(hex).CopyTo(head, at);

        Assert.Null(PassToken.Read(head));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Other_than_16_bytes_is_refused(int length) => Assert.Null(PassToken.Read([.. Sample.Head().Append((byte)0).Take(length)]));

    [Fact]
    public void The_check_character_of_the_number_is_worked_out_again() =>
        Assert.Equal(PassNumber.Of(DivisionCode.Parse(Code), 123), PassToken.Read(Sample.Head())!.Number);
}
