using System.Numerics;
using System.Security.Cryptography;
using HealthCode.Domain.Passes;

namespace HealthCode.Tests.Support;

/// <summary>Signs arbitrary bytes with an issuing key, including ones the program would never sign.</summary>
public sealed class RawSignature : IDisposable
{
    public static readonly BigInteger Order = new(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    private readonly ECDsa _key = ECDsa.Create();
    private readonly Lock _lock = new();

    public RawSignature(IssuingKey key) => _key.ImportPkcs8PrivateKey(key.PrivateKey(), out _);

    /// <summary>Signs 16 bytes, with s in the lower half of the range, and returns the text of the code.</summary>
    public string Sign(byte[] head)
    {
        byte[] signature;
        lock (_lock)
        {
            signature = _key.SignData(PassToken.SignedPart(head), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        var s = Number(signature.AsSpan(32));
        return TokenText.Write([.. head, .. signature[..32], .. Bytes(BigInteger.Min(s, Order - s))]);
    }

    public static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>The number as 32 bytes, big endian.</summary>
    public static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[32];
        var plain = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        plain.CopyTo(bytes, 32 - plain.Length);
        return bytes;
    }

    public void Dispose() => _key.Dispose();
}
