using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>回执 — every package of one office that its township holds, signed by the township's key.</summary>
/// <param name="Township">12 digits of the unit that received.</param>
/// <param name="Office">12 digits of the office it is for.</param>
/// <param name="At">When it was written.</param>
/// <param name="Packages">By number.</param>
public sealed record CourierReceipt(string Township, string Office, DateTimeOffset At, IReadOnlyList<ReceiptLine> Packages)
{
    private const int DigestLength = 64;

    private static readonly byte[] Letters = "HCR"u8.ToArray();

    /// <summary>The file.</summary>
    /// <exception cref="ArgumentException">Another unit's key.</exception>
    public byte[] Write(TownshipKey key) => key.Trusted.Code == Township
        ? key.Signed(SignedFile.Content(Letters, SignedFile.Json(this)))
        : throw new ArgumentException("Not a receipt of this township.", nameof(key));

    /// <summary>Reads a file, and believes it or says why not.</summary>
    /// <param name="file">All its bytes.</param>
    /// <param name="office">For whom it must be.</param>
    /// <param name="trusted">The keys the office has taken in.</param>
    public static (CourierReceipt? Receipt, Breach? Against) Read(ReadOnlySpan<byte> file, string office, IEnumerable<TrustedTownship> trusted)
    {
        if (SignedFile.Read(file, Letters, 1, CourierRules.IsReceipt, out var against) is not { } read)
        {
            return (null, against);
        }

        if (SignedFile.FromJson<CourierReceipt>(read.Parts[0]) is not { } receipt || !DivisionCode.TryParse(receipt.Township, out _))
        {
            return (null, CourierRules.SignatureHolds.Broken());
        }

        return trusted.FirstOrDefault(township => township.Code == receipt.Township) is not { } key ? (null, CourierRules.ReaderIsKnown.Broken())
            : !key.Verifies(read.Signed, read.Signature) ? (null, CourierRules.SignatureHolds.Broken())
            : receipt.Office != office ? (null, CourierRules.ReceiptIsOurs.Broken())
            : !receipt.IsSound ? (null, CourierRules.IsSound.Broken())
            : (receipt, null);
    }

    private bool IsSound =>
        At.Year is >= 2020 and < 2100 && Packages.Count <= CourierRules.MostPackages
        && Packages.All(line => line is { Number: >= 1 and <= CourierRules.MostPackages, Digest.Length: DigestLength } && line.Digest.All(char.IsAsciiHexDigitUpper))
        && Packages.DistinctBy(line => line.Number).Count() == Packages.Count;
}

/// <summary>回执的一行.</summary>
/// <param name="Number">Of the package.</param>
/// <param name="Digest">Hexadecimal SHA-256 of what is signed in it.</param>
public sealed record ReceiptLine(int Number, string Digest);
