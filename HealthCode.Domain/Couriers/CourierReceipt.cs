using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>回执 — lists all packages of one office that its township has received; signed with the township's key.</summary>
/// <param name="Township">12-digit code of the receiving unit.</param>
/// <param name="Office">12-digit code of the office the receipt is for.</param>
/// <param name="At">Time of creation.</param>
/// <param name="Packages">The received packages, in order of number.</param>
public sealed record CourierReceipt(string Township, string Office, DateTimeOffset At, IReadOnlyList<ReceiptLine> Packages)
{
    private const int DigestLength = 64;

    private static readonly byte[] Letters = "HCR"u8.ToArray();

    /// <summary>Serialises and signs the receipt.</summary>
    /// <exception cref="ArgumentException">The key belongs to another unit.</exception>
    public byte[] Write(TownshipKey key) => key.Trusted.Code == Township
        ? key.Signed(SignedFile.Content(Letters, SignedFile.Json(this)))
        : throw new ArgumentException("Not a receipt of this township.", nameof(key));

    /// <summary>Parses a file and verifies its signature; otherwise returns the broken rule.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="office">Code of the office the receipt must be for.</param>
    /// <param name="trusted">The township keys the office has imported.</param>
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
/// <param name="Number">Number of the package.</param>
/// <param name="Digest">Hexadecimal SHA-256 of the signed content of the package.</param>
public sealed record ReceiptLine(int Number, string Digest);
