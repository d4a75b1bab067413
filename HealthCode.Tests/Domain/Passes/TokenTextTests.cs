using FsCheck;
using FsCheck.Fluent;
using HealthCode.Domain.Passes;

namespace HealthCode.Tests.Domain.Passes;

public sealed class TokenTextTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // 2 to the 128th less one, in base 36.
    private const string Highest = "F5LXX1ZZ5PNORYNQGLHZMSP33";

    private static readonly Gen<byte[]> EightyBytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(TokenText.Bytes);

    private static readonly byte[] Sample = [.. Enumerable.Range(0, TokenText.Bytes).Select(at => (byte)(at * 37))];

    [Fact]
    public void What_was_written_is_read_back() =>
        Prop.ForAll(EightyBytes.ToArbitrary(), bytes => TokenText.Read(TokenText.Write(bytes))!.SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_is_125_capitals_and_figures() =>
        Prop.ForAll(EightyBytes.ToArbitrary(), bytes => TokenText.Write(bytes) is { Length: 125 } text && text.All(Alphabet.Contains)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_and_everything_are_written_too()
    {
        Assert.Equal(new string('0', 125), TokenText.Write(new byte[80]));
        Assert.Equal(string.Concat(Enumerable.Repeat(Highest, 5)), TokenText.Write([.. Enumerable.Repeat((byte)255, 80)]));
    }

    [Theory]
    [InlineData(79)]
    [InlineData(81)]
    public void Other_than_80_bytes_is_our_bug(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => TokenText.Write(new byte[length]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_group_above_16_bytes_is_refused(int group)
    {
        Assert.NotNull(TokenText.Read(With(Highest)));
        Assert.Null(TokenText.Read(With("F5LXX1ZZ5PNORYNQGLHZMSP34")));
        Assert.Null(TokenText.Read(With("F5LXX1ZZ5PNORYNQGLHZMSP40")));
        Assert.Null(TokenText.Read(With("G000000000000000000000000")));
        Assert.Null(TokenText.Read(With(new string('Z', 25))));

        string With(string other) => new string('0', 125).Remove(group * 25, 25).Insert(group * 25, other);
    }

    [Fact]
    public void Small_letters_full_width_and_blanks_are_accepted()
    {
        var text = TokenText.Write(Sample);

        string[] typed =
        [
            text.ToLowerInvariant(), string.Concat(text.Select(FullWidth)), string.Concat(text.ToLowerInvariant().Select(FullWidth)),
            $" {text}\r\n", string.Join(' ', text.Chunk(5).Select(group => new string(group))), string.Join('　', text.ToCharArray()), $"\t{text}\u00A0",
        ];

        Assert.All(typed, each => Assert.Equal(Sample, TokenText.Read(each)));
    }

    [Fact]
    public void Every_other_character_is_refused()
    {
        var text = TokenText.Write(Sample);

        var taken = Enumerable.Range(0, 0x10000).Select(code => (char)code)
            .Where(c => TokenText.Read($"{text[..(c % 125)]}{c}{text[((c % 125) + 1)..]}") is not null).ToList();

        var plain = Alphabet + Alphabet.ToLowerInvariant()[10..];
        Assert.Empty(taken.Except(plain.Concat(plain.Select(FullWidth))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(124)]
    [InlineData(126)]
    [InlineData(250)]
    public void Another_length_is_refused(int length) => Assert.Null(TokenText.Read(new string('0', length)));

    [Fact]
    public void Nothing_is_no_text()
    {
        Assert.Null(TokenText.Read(null));
        Assert.Null(TokenText.Read(new string(' ', 125)));
    }

    [Fact]
    public void Ten_megabytes_are_refused()
    {
        var text = new string(' ', 10_000_000) + TokenText.Write(Sample);

        Assert.Null(TokenText.Read(text));
    }

    private static char FullWidth(char character) => (char)(character + 0xFEE0);
}
