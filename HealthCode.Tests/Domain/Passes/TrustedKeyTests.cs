using System.Globalization;
using System.Security.Cryptography;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class TrustedKeyTests
{
    private static readonly byte[] PublicKey = Convert.FromHexString(PublishedVector.PublicKey);

    [Fact]
    public void The_fingerprint_is_four_groups_of_four() =>
        Assert.Matches("^[0-9A-F]{4}( [0-9A-F]{4}){3}$", Key().Fingerprint);

    [Fact]
    public void The_fingerprint_is_the_same_for_the_same_and_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        var fingerprint = Key().Fingerprint;
        try
        {
            // A Persian year would be 1398.
            CultureInfo.CurrentCulture = new("fa-IR");
            Assert.Equal(fingerprint, Key().Fingerprint);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_fingerprint_changes_when_anything_changes()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        TrustedKey[] keys =
        [
            Key(), Key(office: "640104001202"), Key(name: "兴庆区样例街道样例村民委员会 "), Key(number: 4), Key(number: 33),
            Key(publicKey: other.ExportSubjectPublicKeyInfo()), Key(documentTagKey: new byte[16]), Key(first: new(2020, 3, 2)), Key(last: new(2020, 12, 30)), Open(),
        ];

        Assert.Equal(keys.Length, keys.Select(key => key.Fingerprint).Distinct().Count());
    }

    [Theory]
    [InlineData("2020-02-29", false)]
    [InlineData("2020-03-01", true)]
    [InlineData("2020-12-31", true)]
    [InlineData("2021-01-01", false)]
    public void It_signs_from_its_first_day_to_its_last(string day, bool signs) => Assert.Equal(signs, Key().SignsFor(Day(day)));

    [Fact]
    public void A_key_in_use_signs_until_it_ends_and_not_again()
    {
        var key = Open();
        Assert.True(key.SignsFor(new(2199, 6, 6)));

        key.EndOn(new(2020, 6, 30));

        Assert.True(key.SignsFor(new(2020, 6, 30)));
        Assert.False(key.SignsFor(new(2020, 7, 1)));
        Assert.Throws<InvalidOperationException>(() => key.EndOn(new(2020, 7, 1)));
        key.EndOn(new(2020, 5, 31));
        Assert.False(key.SignsFor(new(2020, 6, 30)));
    }

    [Fact]
    public void A_stolen_key_signs_for_no_day_from_the_theft_on_and_the_theft_moves_only_backwards()
    {
        var key = Open();
        var theft = new DateTimeOffset(2020, 6, 30, 0, 30, 0, TimeSpan.FromHours(8));

        key.Compromise(theft, theft.AddDays(1));

        Assert.True(key.HasEnded);
        Assert.True(key.SignsFor(new(2020, 6, 29)));
        Assert.False(key.SignsFor(new(2020, 6, 30)));
        Assert.Throws<InvalidOperationException>(() => key.Compromise(theft.AddMinutes(1), theft.AddDays(2)));
        key.Compromise(theft.AddDays(-3), theft.AddDays(2));
        Assert.False(key.SignsFor(new(2020, 6, 27)));
        Assert.Equal(theft.AddDays(1), key.CompromiseEnteredAt);
    }

    [Fact]
    public void A_key_that_was_renewed_before_the_theft_keeps_its_earlier_end()
    {
        var key = Key();

        key.Compromise(new(2021, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)), new(2021, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

        Assert.Equal(PublishedVector.LastDay, key.LastDay);
    }

    [Theory]
    [InlineData("样例村民委员会", true)]
    [InlineData("", false)]
    [InlineData(" 样例村", false)]
    [InlineData("样例\u0007村", false)]
    [InlineData("样例\u202E村", false)]
    [InlineData("样例\n村", false)]
    public void A_name_is_one_line_of_printable_characters(string name, bool isOne) => Assert.Equal(isOne, TrustedKey.IsName(name));

    [Fact]
    public void A_name_is_not_longer_than_its_box()
    {
        Assert.True(TrustedKey.IsName(new('村', TrustedKey.LongestName)));
        Assert.False(TrustedKey.IsName(new('村', TrustedKey.LongestName + 1)));
        Assert.False(TrustedKey.IsName(new('村', 200_000)));
    }

    [Fact]
    public void Only_a_P256_key_to_its_last_byte_is_usable()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var offCurve = PublicKey.ToArray();
        offCurve[^1] ^= 1;
        var compressed = (byte[])[0x30, 0x39, .. PublicKey[2..23], 0x03, 0x22, 0x00, 0x03, .. PublicKey[27..59]];

        Assert.True(TrustedKey.IsUsable(PublicKey));
        byte[][] wrong =
        [
            p384.ExportSubjectPublicKeyInfo(), rsa.ExportSubjectPublicKeyInfo(), [.. PublicKey, 0], PublicKey[..^1], [], [0], new byte[91], offCurve, compressed,
            [.. PublicKey[..27], .. new byte[64]], RandomNumberGenerator.GetBytes(91),
        ];
        Assert.All(wrong, each => Assert.False(TrustedKey.IsUsable(each)));
    }

    [Fact]
    public void Every_changed_byte_of_a_public_key_makes_it_unusable() => Assert.All(Enumerable.Range(0, PublicKey.Length), at =>
    {
        var changed = PublicKey.ToArray();
        changed[at] ^= 0x10;
        Assert.False(TrustedKey.IsUsable(changed));
    });

    [Fact]
    public void A_key_that_is_none_is_our_bug()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.ThrowsAny<ArgumentException>(() => Key(number: 0));
        Assert.ThrowsAny<ArgumentException>(() => Key(number: 256));
        Assert.ThrowsAny<ArgumentException>(() => Key(documentTagKey: new byte[15]));
        Assert.ThrowsAny<ArgumentException>(() => Key(publicKey: p384.ExportSubjectPublicKeyInfo()));
        Assert.Throws<FormatException>(() => Key(office: "64010400120"));
    }

    [Fact]
    public void It_verifies_its_own_signature_and_no_other()
    {
        using var key = PublishedVector.Key();
        var bytes = TokenText.Read(key.Sign(PublishedVector.Token()))!;
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.True(Key().Verifies(bytes.AsSpan(0, 16), bytes.AsSpan(16)));
        Assert.False(Key(publicKey: other.ExportSubjectPublicKeyInfo()).Verifies(bytes.AsSpan(0, 16), bytes.AsSpan(16)));
    }

    private static TrustedKey Open() => new(Code, PublishedVector.OfficeName, 3, PublicKey, PublishedVector.DocumentTagKeyBytes, PublishedVector.FirstDay, null);

    private static TrustedKey Key(
        string office = Code, string name = PublishedVector.OfficeName, int number = 3, byte[]? publicKey = null, byte[]? documentTagKey = null, DateOnly? first = null, DateOnly? last = null) =>
        new(office, name, number, publicKey ?? PublicKey, documentTagKey ?? PublishedVector.DocumentTagKeyBytes, first ?? PublishedVector.FirstDay, last ?? PublishedVector.LastDay);
}
