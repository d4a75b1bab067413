using HealthCode.Domain.Passes;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

/// <summary>The signature under a 销毁清册.</summary>
public sealed class RecordSignatureTests
{
    private const string Text = "销毁清册\n健康通行卡：4 张\n";

    [Fact]
    public void It_holds_for_its_text_and_its_key()
    {
        using var key = IssuingKey.Make(Code, "样例村", 3, Today);

        var signature = RecordSignature.Write(key, Text);

        Assert.Matches("^[0-9A-Z]{125}$", signature);
        Assert.True(RecordSignature.Holds(signature, Text, key.Trusted));
    }

    [Theory]
    [InlineData("销毁清册\n健康通行卡：5 张\n")]
    [InlineData("销毁清册\n健康通行卡：4 张")]
    [InlineData("")]
    public void It_does_not_hold_for_another_text(string other)
    {
        using var key = IssuingKey.Make(Code, "样例村", 3, Today);

        Assert.False(RecordSignature.Holds(RecordSignature.Write(key, Text), other, key.Trusted));
    }

    [Fact]
    public void It_does_not_hold_for_another_key_or_with_a_changed_character()
    {
        using var key = IssuingKey.Make(Code, "样例村", 3, Today);
        using var other = IssuingKey.Make(Code, "样例村", 3, Today);
        var signature = RecordSignature.Write(key, Text);

        Assert.False(RecordSignature.Holds(signature, Text, other.Trusted));
        Assert.False(RecordSignature.Holds(signature[..^1] + (signature[^1] == 'A' ? 'B' : 'A'), Text, key.Trusted));
        Assert.False(RecordSignature.Holds("", Text, key.Trusted));
    }

    [Fact]
    public void No_gate_takes_it_for_a_card()
    {
        using var key = IssuingKey.Make(Code, "样例村", 3, Today);

        Assert.Null(PassToken.Read(TokenText.Read(RecordSignature.Write(key, Text))!.AsSpan(0, PassToken.HeadLength)));
    }
}
