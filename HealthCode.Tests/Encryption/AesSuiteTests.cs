using System.Text;
using HealthCode.Web.Encryption;

namespace HealthCode.Tests.Encryption;

/// <summary>国际算法, against the vectors of its standards.</summary>
public sealed class AesSuiteTests
{
    private readonly AesSuite _suite = new();

    /// <summary>McGrew, Viega: The Galois/Counter Mode of Operation, test case 16.</summary>
    [Fact]
    public void It_opens_what_the_specification_of_GCM_closed()
    {
        var key = Hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        var closed = Hex(
            "cafebabefacedbaddecaf888"
            + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            + "76fc6ece0f4e1768cddf8853bb2d551b");
        var open = new byte[closed.Length - _suite.Overhead];

        Assert.True(_suite.TryDecrypt(key, closed, Hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"), open));

        Assert.Equal("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39", Convert.ToHexStringLower(open));
        Assert.False(_suite.TryDecrypt(key, closed, Hex("feedfacedeadbeeffeedfacedeadbeefabaddad3"), open));
    }

    /// <summary>RFC 4231, test cases 1 and 2.</summary>
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void It_hashes_as_the_specification_of_HMAC_does(string key, string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(_suite.Hash(Hex(key), Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void What_it_closed_it_opens_under_the_same_key_only_and_no_nonce_comes_twice()
    {
        var (key, other, text) = (new byte[32], Enumerable.Repeat((byte)1, 32).ToArray(), Encoding.UTF8.GetBytes("马德山"));
        HashSet<string> nonces = [];
        for (var i = 0; i < 1_000; i++)
        {
            var (closed, open) = (new byte[text.Length + _suite.Overhead], new byte[text.Length]);
            _suite.Encrypt(key, text, [7], closed);

            Assert.True(_suite.TryDecrypt(key, closed, [7], open));
            Assert.Equal(text, open);
            Assert.False(_suite.TryDecrypt(other, closed, [7], open));
            Assert.True(nonces.Add(Convert.ToHexString(closed, 0, 12)));
        }
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
