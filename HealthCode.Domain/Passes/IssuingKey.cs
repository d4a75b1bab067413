using System.Security.Cryptography;

namespace HealthCode.Domain.Passes;

/// <summary>签发密钥 — the office's private half: signs what the codes of its cards say. ECDSA on P-256 (FIPS 186-4); one at a time, renewed yearly or on demand, the old ones stay for the cards they signed.</summary>
public sealed class IssuingKey : IDisposable
{
    private static readonly byte[] Half = Convert.FromHexString("7FFFFFFF800000007FFFFFFFFFFFFFFFDE737D56D38BCF4279DCE5617E3192A8");
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private readonly ECDsa _key;
    private readonly Lock _turn = new();

    private IssuingKey(ECDsa key, TrustedKey trusted) => (_key, Trusted) = (key, trusted);

    /// <summary>The public half, as other offices get it.</summary>
    public TrustedKey Trusted { get; }

    /// <summary>A new pair.</summary>
    /// <param name="officeCode">12 digits.</param>
    /// <param name="officeName">As guards read it.</param>
    /// <param name="number">1–255, the next of the office.</param>
    /// <param name="firstDay">The first issue day it signs for. A reprint keeps its issue day: go back as many days as a card is valid. Another key's days may lie over it.</param>
    public static IssuingKey Make(string officeCode, string officeName, int number, DateOnly firstDay)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key, new(officeCode, officeName, number, key.ExportSubjectPublicKeyInfo(), RandomNumberGenerator.GetBytes(TrustedKey.MarkKeyLength), firstDay, null));
    }

    /// <summary>A pair that was kept.</summary>
    /// <param name="privateKey">PKCS #8.</param>
    /// <param name="trusted">Its public half.</param>
    /// <exception cref="CryptographicException">It is no key, or not the other half of <paramref name="trusted"/>: nobody would believe what it signs.</exception>
    public static IssuingKey Restore(ReadOnlySpan<byte> privateKey, TrustedKey trusted)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(privateKey, out var read);
            return read == privateKey.Length && key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(trusted.PublicKey)
                ? new(key, trusted)
                : throw new CryptographicException("The private key is not the other half of the trusted key.");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>PKCS #8, to be kept under lock.</summary>
    public byte[] PrivateKey() => _key.ExportPkcs8PrivateKey();

    /// <summary>What the code of a card says, 125 characters.</summary>
    /// <exception cref="ArgumentException">Another office's card, or an issue day it does not sign for (<see cref="TrustedKey.SignsFor"/>): everybody would take the card for forged.</exception>
    public string Sign(HealthPass pass) => Sign(new PassToken(
        Trusted.Number, PassNumber.Restore(pass.Number), pass.Validity, DocumentTag.Of(Trusted.DocumentTagKey, PassNumber.Restore(pass.Number), pass.Holder)));

    /// <summary>The same for a token.</summary>
    /// <exception cref="ArgumentException">As above, or another key's number.</exception>
    public string Sign(PassToken token)
    {
        if (token.KeyNumber != Trusted.Number || token.Number.OfficeCode != Trusted.OfficeCode || !Trusted.SignsFor(token.Validity.FirstDay))
        {
            throw new ArgumentException("Not a card of this office, this key and its days.", nameof(token));
        }

        var head = token.Head();
        return TokenText.Write([.. head, .. Low(SignData(PassToken.SignedPart(head)))]);
    }

    /// <summary>The signature under a trust file, 64 bytes: whoever believes the key believes the keys and the stop list in it.</summary>
    public byte[] SignFile(ReadOnlySpan<byte> content) => SignData(TrustedKey.FilePart(content));

    /// <summary>The signature under a 报送包, 64 bytes.</summary>
    public byte[] SignPackage(ReadOnlySpan<byte> content) => SignData(TrustedKey.PackagePart(content));

    /// <summary>The signature under a 销毁清册, 64 bytes.</summary>
    public byte[] SignRecord(ReadOnlySpan<byte> content) => SignData(TrustedKey.RecordPart(content));

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>Whether s is in its lower half. Of the two signatures (r, s) and (r, n − s) only one is taken, so that nobody can write a second one.</summary>
    internal static bool IsLow(ReadOnlySpan<byte> signature) => signature[32..].SequenceCompareTo(Half) <= 0;

    private byte[] SignData(byte[] data)
    {
        lock (_turn)
        {
            return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    private static byte[] Low(byte[] signature)
    {
        if (IsLow(signature))
        {
            return signature;
        }

        var borrow = 0;
        for (var at = 31; at >= 0; at--)
        {
            var rest = Order[at] - signature[32 + at] - borrow;
            borrow = rest < 0 ? 1 : 0;
            signature[32 + at] = (byte)rest;
        }

        return signature;
    }
}
