using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Passes;

/// <summary>扫到的内容 — a genuine card is read whatever surrounds its code, and what is not whole is not called another's.</summary>
public sealed class ScannedCodeTests
{
    [Fact]
    public void A_code_is_read_whatever_surrounds_it_and_what_is_not_whole_is_told_from_what_is_no_code() => Assert.All(ScanVectors.All, vector =>
    {
        var read = ScannedCode.Read(vector.Text);
        Assert.Equal((vector.Text, vector.Kind), (vector.Text, read.Kind));
        Assert.True(vector.Found is null || vector.Found == read.Text, $"{vector.Text} was read as {read.Text}");
    });

    [Fact]
    public void A_forged_code_is_whole_whatever_in_it_was_changed()
    {
        using var key = PublishedVector.Key();
        var (code, trust) = (ScanVectors.Code, new TrustList([PublishedVector.Trusted()]));
        for (var at = 0; at < code.Length; at++)
        {
            var read = ScannedCode.Read(code[..at] + (code[at] == 'A' ? 'B' : 'A') + code[(at + 1)..]);
            Assert.True(read.Kind is ScannedKind.Token or ScannedKind.Other, $"{at}: {read.Kind}");
            Assert.NotEqual(TokenValidity.Genuine, trust.Read(read.Text).Validity);
        }
    }

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal(ScannedKind.Nothing, ScannedCode.Read(null).Kind);
}
