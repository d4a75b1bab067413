using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class TrustListTests
{
    [Fact]
    public void A_code_of_a_listed_key_is_genuine_and_tells_who_signed()
    {
        using var key = PublishedVector.Key();
        using var neighbour = IssuingKey.Make("640104001202", "邻村", 3, Today);
        var list = new TrustList([neighbour.Trusted, key.Trusted]);

        Assert.Same(key.Trusted, list.Read(key.Sign(PublishedVector.Token())).Key);
        Assert.Same(neighbour.Trusted, list.Read(neighbour.Sign(PublishedVector.Token(office: "640104001202"))).Key);
    }

    [Fact]
    public void An_office_or_key_that_is_not_listed_is_unknown_and_tells_nothing()
    {
        using var key = PublishedVector.Key();
        using var neighbour = IssuingKey.Make("640104001202", "邻村", 3, Today);
        using var next = IssuingKey.Make(Code, "本村", 4, Today);
        var list = new TrustList([key.Trusted]);

        Assert.All(
            [neighbour.Sign(PublishedVector.Token(office: "640104001202")), next.Sign(PublishedVector.Token(keyNumber: 4))],
            text => Assert.Equal(new(TokenValidity.UnknownIssuer, null, null), list.Read(text)));
        Assert.Equal(TokenValidity.UnknownIssuer, new TrustList([]).Read(key.Sign(PublishedVector.Token())).Validity);
    }

    [Fact]
    public void Cards_that_an_old_key_signed_stay_good_beside_the_new_one()
    {
        using var old = IssuingKey.Make(Code, "本村", 1, Today);
        using var next = IssuingKey.Make(Code, "本村", 2, Today);
        var (before, after) = (PublishedVector.Token(1, keyNumber: 1), PublishedVector.Token(2, Today.AddDays(1), keyNumber: 2));
        var text = old.Sign(before);
        old.Trusted.EndOn(Today);
        var list = new TrustList([old.Trusted, next.Trusted]);

        Assert.Equal(before, list.Read(text).Token);
        Assert.Equal(after, list.Read(next.Sign(after)).Token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6401 0400 1201 0000 1235")]
    [InlineData("https://example.invalid/code")]
    [InlineData("健康通行卡")]
    public void Another_code_is_no_token(string? text) =>
        Assert.Equal(new(TokenValidity.NoToken, null, null), new TrustList([PublishedVector.Trusted()]).Read(text));

    [Fact]
    public void Of_two_entries_for_one_key_the_later_counts()
    {
        using var key = PublishedVector.Key();
        using var other = IssuingKey.Make(Code, "本村", 3, Today);
        var text = key.Sign(PublishedVector.Token());

        Assert.Equal(TokenValidity.Genuine, new TrustList([other.Trusted, key.Trusted]).Read(text).Validity);
        Assert.Equal(TokenValidity.Forged, new TrustList([key.Trusted, other.Trusted]).Read(text).Validity);
        Assert.Same(other.Trusted, Assert.Single(new TrustList([key.Trusted, other.Trusted]).Keys));
    }

    [Fact]
    public void Keys_stand_by_office_and_number()
    {
        (string Office, int Number)[] keys = [("640104001202", 1), (Code, 10), (Code, 2)];

        var list = new TrustList(keys.Select(key => new TrustedKey(
            key.Office, "", key.Number, Convert.FromHexString(PublishedVector.PublicKey), PublishedVector.DocumentTagKeyBytes, Today, null)));

        Assert.Equal([(Code, 2), (Code, 10), ("640104001202", 1)], list.Keys.Select(key => (key.OfficeCode, key.Number)));
    }

    [Fact]
    public void What_is_not_genuine_belongs_to_nobody() =>
        Assert.All([TokenValidity.NoToken, TokenValidity.UnknownIssuer, TokenValidity.Forged], worth => Assert.False(new TokenParseResult(worth, null, null).MatchesDocument("")));
}
