using System.Numerics;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

/// <summary>Twenty thousand forgeries, in a long run two hundred thousand, and not one is believed or tells anything.</summary>
public sealed class TokenForgeryTests : IDisposable
{
    private const int Seed = 20200305;

    /// <summary>Every so-many-th forgery of a kind is tried.</summary>
    private static readonly int Every = LongRun.Pick(10, 1);

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly IssuingKey _key = PublishedVector.Key();
    private readonly IssuingKey _neighbour = IssuingKey.Make("640104001202", "邻村", PublishedVector.KeyNumber, PublishedVector.FirstDay);
    private readonly RawSignature _own;
    private readonly RawSignature _foreign;
    private readonly TrustList _list;
    private readonly string[] _genuine;

    public TokenForgeryTests()
    {
        (_own, _foreign) = (new(_key), new(_neighbour));
        _list = new([_key.Trusted, _neighbour.Trusted]);
        _genuine = [.. Enumerable.Range(1, 16).Select(i => _key.Sign(PublishedVector.Token(i * 611_111, Today.AddDays(i))))];
    }

    [Fact]
    public void Twin_the_tokens_before_they_are_forged_are_genuine() =>
        Assert.All(_genuine, text => Assert.Equal(TokenValidity.Genuine, _list.Read(text).Validity));

    [Fact]
    public void Twin_what_is_signed_raw_is_genuine_as_long_as_it_is_right() =>
        Assert.Equal(TokenValidity.Genuine, _list.Read(_own.Sign(PublishedVector.Token().Head())).Validity);

    [Fact]
    public void Thousands_of_forgeries_of_every_kind_are_refused()
    {
        (string Kind, int Count, Func<int, Random, string> Text)[] kinds =
        [
            ("one bit", _genuine.Length * 640, (i, _) => Flipped(Genuine(i / 640), [i % 640])),
            ("several bits", 60_000, (_, random) => Flipped(Any(random), [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => random.Next(640)).Distinct()])),
            ("two characters exchanged", 60_000, (_, random) => Exchanged(random)),
            ("one character", 30_000, (_, random) => Replaced(random)),
            ("cut short", 2_000, (i, random) => Any(random)[..(i % 125)]),
            ("made longer", 4_000, (i, random) => Any(random).Insert(i % 126, $"{Alphabet[random.Next(36)]}")),
            ("signature of another card", 240, (i, _) => Grafted(Genuine(i / 15), Genuine((i / 15) + (i % 15) + 1))),
            ("another last day", 4_000, (i, _) => Changed(Genuine(i / 250), 12, [(byte)((15 + (i % 250)) % 256)])),
            ("another sequence", 10_000, (i, _) => Changed(Genuine(i), 7, [0, (byte)((i + 1) / 256), (byte)(i + 1)])),
            ("another mark", 5_000, (_, random) => Flipped(Any(random), [104 + random.Next(24)])),
            ("another office's key", 5_000, (i, _) => _foreign.Sign(PublishedVector.Token(i + 1).Head())),
            ("another version", 3_000, (i, _) => _own.Sign([(byte)(i % 2 * 2), .. PublishedVector.Token(i + 1).Head()[1..]])),
            ("before the key's first day", 3_000, (i, _) => _own.Sign(PublishedVector.Token(i + 1, PublishedVector.FirstDay.AddDays(-1 - (i % 60))).Head())),
            ("after the key's last day", 3_000, (i, _) => _own.Sign(PublishedVector.Token(i + 1, PublishedVector.LastDay.AddDays(1 + i)).Head())),
            ("high s", _genuine.Length, (i, _) => Signed(Genuine(i), R(i), RawSignature.Order - S(i))),
            ("other r", _genuine.Length * 4, (i, _) => Signed(Genuine(i / 4), Edges[i % 4], S(i / 4))),
            ("other s", _genuine.Length * 4, (i, _) => Signed(Genuine(i / 4), R(i / 4), Edges[i % 4])),
            ("r and s of the edge", 16, (i, _) => Signed(Genuine(0), Edges[i / 4], Edges[i % 4])),
            ("random signature", 8_000, (i, random) => Signed(Genuine(i), Below(random, RawSignature.Order), Below(random, RawSignature.Order / 2))),
        ];

        // Each forgery has its own chance, so that the same ones are made however the work is divided.
        var forgeries = kinds.SelectMany((kind, at) => Enumerable.Range(0, kind.Count).Where(i => kind.Count < 1_000 || i % Every == at % Every).Select(i => (kind.Kind, kind.Text, Index: i, Seed: Seed + (at * 100_000) + i)))
            .AsParallel().Select(forged => (forged.Kind, Text: forged.Text(forged.Index, new Random(forged.Seed))))
            .Where(forged => !_genuine.Contains(forged.Text)).Select(forged => (forged.Kind, forged.Text, Reading: _list.Read(forged.Text))).ToList();
        var believed = forgeries.Where(forged => forged.Reading is { Validity: TokenValidity.Genuine } or { Token: not null } or { Key: not null }).ToList();

        Assert.Empty(believed);
        Assert.InRange(forgeries.Count, 200_000 / Every, int.MaxValue);
        Assert.All(kinds, kind => Assert.Contains(forgeries, forged => forged.Kind == kind.Kind));
    }

    [Fact]
    public void What_is_well_written_and_wrongly_signed_is_forged()
    {
        string[] forged =
        [
            _foreign.Sign(PublishedVector.Token().Head()),
            _own.Sign(PublishedVector.Token(firstDay: PublishedVector.FirstDay.AddDays(-1)).Head()),
            _own.Sign(PublishedVector.Token(firstDay: PublishedVector.LastDay.AddDays(1)).Head()),
            Grafted(Genuine(0), Genuine(1)),
            Signed(Genuine(0), R(0), RawSignature.Order - S(0)),
            Signed(Genuine(0), 0, 0),
            Signed(Genuine(0), RawSignature.Order, S(0)),
            Changed(Genuine(0), 12, [15]),
        ];

        Assert.All(forged, text => Assert.Equal(new(TokenValidity.Forged, null, null), _list.Read(text)));
    }

    [Fact]
    public void Another_version_is_no_token_even_if_the_office_signed_it() => Assert.All(
        Enumerable.Range(0, 256).Where(version => version != PassToken.Version),
        version => Assert.Equal(new(TokenValidity.NoToken, null, null), _list.Read(_own.Sign([(byte)version, .. PublishedVector.Token().Head()[1..]]))));

    public void Dispose()
    {
        _own.Dispose();
        _foreign.Dispose();
        _key.Dispose();
        _neighbour.Dispose();
    }

    private static BigInteger[] Edges { get; } = [0, RawSignature.Order, RawSignature.Order + 1, BigInteger.Pow(2, 256) - 1];

    private string Genuine(int i) => _genuine[i % _genuine.Length];

    private string Any(Random random) => Genuine(random.Next(_genuine.Length));

    private BigInteger R(int i) => RawSignature.Number(TokenText.Read(Genuine(i)).AsSpan(16, 32));

    private BigInteger S(int i) => RawSignature.Number(TokenText.Read(Genuine(i)).AsSpan(48));

    private string Exchanged(Random random)
    {
        var text = Any(random).ToCharArray();
        int one, other;
        do
        {
            (one, other) = (random.Next(text.Length), random.Next(text.Length));
        }
        while (text[one] == text[other]);

        (text[one], text[other]) = (text[other], text[one]);
        return new(text);
    }

    private string Replaced(Random random)
    {
        var (text, at) = (Any(random), random.Next(TokenText.Length));
        var other = Alphabet[(Alphabet.IndexOf(text[at], StringComparison.Ordinal) + random.Next(1, 36)) % 36];
        return $"{text[..at]}{other}{text[(at + 1)..]}";
    }

    private static string Flipped(string text, int[] bits)
    {
        var bytes = TokenText.Read(text)!;
        foreach (var bit in bits)
        {
            bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        }

        return TokenText.Write(bytes);
    }

    private static string Changed(string text, int at, byte[] other)
    {
        var bytes = TokenText.Read(text)!;
        other.CopyTo(bytes, at);
        return TokenText.Write(bytes);
    }

    private static string Grafted(string head, string signature) =>
        TokenText.Write([.. TokenText.Read(head).AsSpan(0, 16), .. TokenText.Read(signature).AsSpan(16)]);

    private static string Signed(string head, BigInteger r, BigInteger s) =>
        TokenText.Write([.. TokenText.Read(head).AsSpan(0, 16), .. RawSignature.Bytes(r), .. RawSignature.Bytes(s)]);

    private static BigInteger Below(Random random, BigInteger limit)
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return RawSignature.Number(bytes) % limit;
    }
}
