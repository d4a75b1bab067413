using System.Globalization;
using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

/// <summary>What Passes/FORMAT.md tells the writer of another reader is true.</summary>
public sealed class PublishedVectorTests
{
    private static readonly IReadOnlyDictionary<string, string> Vectors = FormatFile.Vectors("HealthCode.Domain", "Passes");

    private static readonly TrustedKey Key = new(
        Vectors["office"], Vectors["name"], int.Parse(Vectors["key number"], CultureInfo.InvariantCulture), Convert.FromHexString(Vectors["public key"]),
        Convert.FromHexString(Vectors["mark key"]), Day(Vectors["key first day"]), Day(Vectors["key last day"]));

    private static readonly TrustList List = new([Key]);

    [Fact]
    public void The_genuine_code_is_genuine_and_says_what_is_written_beside_it()
    {
        var reading = List.Read(Vectors["genuine"]);

        Assert.Equal(TokenValidity.Genuine, reading.Validity);
        Assert.Equal(Vectors["card"], reading.Token!.Number.Value);
        Assert.Equal(Day(Vectors["first day"]), reading.Token.Validity.FirstDay);
        Assert.Equal(Day(Vectors["last day"]), reading.Token.Validity.LastDay);
        Assert.Equal(Vectors["mark"], Convert.ToHexString(reading.Token.Mark.Bytes));
        Assert.Equal(Vectors["head"], Convert.ToHexString(reading.Token.Head()));
    }

    [Fact]
    public void The_paper_fits_and_another_does_not()
    {
        var reading = List.Read(Vectors["genuine"]);

        Assert.True(reading.MatchesDocument(Vectors["paper"]));
        Assert.False(reading.MatchesDocument(Vectors["other paper"]));
    }

    [Theory]
    [InlineData("longer")]
    [InlineData("high s")]
    public void What_must_be_refused_is_refused(string name)
    {
        Assert.Equal(new(TokenValidity.Forged, null, null), List.Read(Vectors[name]));
        Assert.NotEqual(Vectors["genuine"], Vectors[name]);
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_key() => Assert.Equal(Vectors["fingerprint"], Key.Fingerprint);

    [Fact]
    public void The_private_key_is_the_other_half()
    {
        using var key = IssuingKey.Restore(Convert.FromHexString(PublishedVector.PrivateKey), Key);

        Assert.Equal(TokenValidity.Genuine, List.Read(key.Sign(PassToken.Read(Convert.FromHexString(Vectors["head"]))!)).Validity);
    }
}
