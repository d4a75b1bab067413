using System.Security.Cryptography;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class IssuingKeyTests
{
    [Fact]
    public void A_code_says_number_days_and_holder_of_its_card()
    {
        using var key = Make();
        var pass = Issued();

        var reading = new TrustList([key.Trusted]).Read(key.Sign(pass));

        Assert.Equal(TokenValidity.Genuine, reading.Validity);
        Assert.Same(key.Trusted, reading.Key);
        Assert.Equal(pass.Number, reading.Token!.Number.Value);
        Assert.Equal(pass.Validity, reading.Token.Validity);
        Assert.Equal(key.Trusted.Number, reading.Token.KeyNumber);
        Assert.True(reading.MatchesDocument(pass.Holder.Document.Number));
        Assert.False(reading.MatchesDocument("110105194912310020"));
    }

    [Fact]
    public void The_card_of_a_holder_without_papers_belongs_to_no_number()
    {
        using var key = Make();
        var holder = Applicant with { Document = IdentityDocument.Restore(IdentityDocumentKind.None, "", "从未办理", false) };
        var declaration = Submitted(Form with { Person = holder });
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);

        var reading = new TrustList([key.Trusted]).Read(key.Sign(HealthPass.Issue(declaration, Office(), Number(), null, Today)));

        Assert.Equal(TokenValidity.Genuine, reading.Validity);
        Assert.False(reading.MatchesDocument("") || reading.MatchesDocument(holder.Key));
    }

    [Fact]
    public void A_pair_that_was_kept_signs_as_before()
    {
        using var key = Make();
        using var kept = IssuingKey.Restore(key.PrivateKey(), key.Trusted);

        Assert.Equal(TokenValidity.Genuine, new TrustList([key.Trusted]).Read(kept.Sign(Issued())).Validity);
    }

    [Fact]
    public void Two_codes_of_one_card_differ_and_both_hold()
    {
        using var key = Make();
        var (one, other) = (key.Sign(Issued()), key.Sign(Issued()));

        Assert.NotEqual(one, other);
        Assert.Equal(TokenText.Read(one)![..PassToken.HeadLength], TokenText.Read(other)![..PassToken.HeadLength]);
        Assert.All([one, other], text => Assert.Equal(TokenValidity.Genuine, new TrustList([key.Trusted]).Read(text).Validity));
    }

    [Fact]
    public void S_always_lies_in_its_lower_half()
    {
        using var key = PublishedVector.Key();

        var highest = Enumerable.Range(1, 2_000).Max(i => RawSignature.Number(TokenText.Read(key.Sign(PublishedVector.Token(i)))!.AsSpan(48)));

        Assert.InRange(highest, 1, RawSignature.Order / 2);
    }

    [Fact]
    public void Two_desks_may_sign_at_once()
    {
        using var key = PublishedVector.Key();
        var list = new TrustList([PublishedVector.Trusted()]);

        var worths = Enumerable.Range(1, 500).AsParallel().WithDegreeOfParallelism(4).Select(i => list.Read(key.Sign(PublishedVector.Token(i))).Validity).ToList();

        Assert.All(worths, worth => Assert.Equal(TokenValidity.Genuine, worth));
    }

    [Fact]
    public void What_nobody_would_believe_is_not_signed()
    {
        using var key = PublishedVector.Key();

        Assert.Throws<ArgumentException>(() => key.Sign(PublishedVector.Token(office: "640104001202")));
        Assert.Throws<ArgumentException>(() => key.Sign(PublishedVector.Token(keyNumber: 4)));
        Assert.Throws<ArgumentException>(() => key.Sign(PublishedVector.Token(firstDay: new(2020, 2, 29))));
        Assert.Throws<ArgumentException>(() => key.Sign(PublishedVector.Token(firstDay: new(2021, 1, 1))));
    }

    [Fact]
    public void A_private_key_is_taken_only_with_its_own_public_half()
    {
        using var key = Make();
        using var other = Make();
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);

        byte[][] wrong = [other.PrivateKey(), p384.ExportPkcs8PrivateKey(), rsa.ExportPkcs8PrivateKey(), [.. key.PrivateKey(), 0], key.PrivateKey()[..^1], [], [1, 2, 3]];

        Assert.All(wrong, each => Assert.ThrowsAny<CryptographicException>(() => IssuingKey.Restore(each, key.Trusted)));
    }

    [Fact]
    public void Every_new_pair_is_another()
    {
        using var one = Make();
        using var other = Make();

        Assert.NotEqual(one.Trusted.PublicKey, other.Trusted.PublicKey);
        Assert.NotEqual(one.Trusted.DocumentTagKey, other.Trusted.DocumentTagKey);
        Assert.True(TrustedKey.IsUsable(one.Trusted.PublicKey));
        Assert.Null(one.Trusted.LastDay);
    }

    private static IssuingKey Make() => IssuingKey.Make(Code, PublishedVector.OfficeName, 1, Today);
}
