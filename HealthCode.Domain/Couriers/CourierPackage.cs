using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>报送包 — daily figures of an office for the township, as a file on a USB stick; signed and numbered without gaps.</summary>
/// <param name="Office">12-digit code of the office.</param>
/// <param name="Key">Number of the office's key that signs the package.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day, inclusive.</param>
/// <param name="MadeAt">Time of creation.</param>
/// <param name="Days">One entry per day, in ascending order.</param>
public sealed record CourierPackage(string Office, int Key, int Number, DateOnly FirstDay, DateOnly LastDay, DateTimeOffset MadeAt, IReadOnlyList<DayReport> Days)
{
    private static readonly byte[] Letters = "HCP"u8.ToArray();

    /// <summary>Day of creation, Beijing time.</summary>
    public DateOnly MadeOn => BeijingTime.DayOf(MadeAt);

    /// <summary>Serialises and signs the package.</summary>
    /// <param name="key">The office's key.</param>
    /// <param name="ledger">Encrypted by <see cref="TrustedTownship.Seal"/>, or empty.</param>
    /// <exception cref="ArgumentException">The key belongs to another office or has another number, or the content is inconsistent.</exception>
    public byte[] Write(IssuingKey key, byte[] ledger)
    {
        if (key.Trusted.OfficeCode != Office || key.Trusted.Number != Key || !IsSound)
        {
            throw new ArgumentException("Not a package of this office and key.", nameof(key));
        }

        var content = SignedFile.Content(Letters, SignedFile.Json(this), ledger);
        return [.. content, .. key.SignPackage(content)];
    }

    /// <summary>Parses a file and verifies its signature; otherwise the result names the broken rule.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="trusted">The keys whose packages are accepted.</param>
    public static PackageParseResult Read(ReadOnlySpan<byte> file, TrustList trusted)
    {
        if (SignedFile.Read(file, Letters, 2, CourierRules.IsPackage, out var against) is not { } read)
        {
            return PackageParseResult.Refused(against!);
        }

        if (SignedFile.FromJson<CourierPackage>(read.Parts[0]) is not { } package || !DivisionCode.TryParse(package.Office, out _))
        {
            return PackageParseResult.Refused(CourierRules.SignatureHolds.Broken());
        }

        if (trusted.NewestOf(package.Office) is null)
        {
            return PackageParseResult.Refused(CourierRules.OfficeIsTrusted.Broken($"区划代码 {package.Office}。"), package);
        }

        if (trusted.Find(package.Office, package.Key) is not { } key)
        {
            return PackageParseResult.Refused(CourierRules.KeyIsTrusted.Broken($"第 {package.Key} 号密钥。"), package);
        }

        if (!key.VerifiesPackage(read.Signed, read.Signature))
        {
            return PackageParseResult.Refused(CourierRules.SignatureHolds.Broken(), package);
        }

        if (key.CompromisedAt is not null)
        {
            // A thief can put any date into a package, so every package signed with a stolen key is refused; the office makes a new one.
            return PackageParseResult.Refused(CourierRules.KeyIsNotStolen.Broken($"第 {package.Key} 号密钥。"), package);
        }

        return !package.IsSound ? PackageParseResult.Refused(CourierRules.IsSound.Broken(), package)
            : !key.SignsFor(package.MadeOn) ? PackageParseResult.Refused(CourierRules.KeyIsTrusted.Broken($"第 {package.Key} 号密钥在{package.MadeOn.Chinese()}不能用。"), package)
            : PackageParseResult.Genuine(package, key.OfficeName, read.Parts[1], read.Digest);
    }

    /// <summary>The digest by which a receipt refers to the package.</summary>
    public static string DigestOf(ReadOnlySpan<byte> file) => SignedFile.Read(file, Letters, 2, CourierRules.IsPackage, out _)?.Digest
        ?? throw new ArgumentException("Not a package.", nameof(file));

    private bool IsSound =>
        DivisionCode.TryParse(Office, out var code) && code.Level == 5 && Number is >= 1 and <= CourierRules.MostPackages && MadeAt.Year is >= 2020 and < 2100
        && FirstDay <= LastDay && LastDay <= MadeOn && LastDay.DayNumber - FirstDay.DayNumber < CourierRules.MostDays
        && Days.Count == LastDay.DayNumber - FirstDay.DayNumber + 1
        && Days.Select((day, at) => day is not null && day.On == FirstDay.AddDays(at) && DayReport.Figures.All(figure => figure.Of(day) is >= 0 and <= CourierRules.MostOfADay)).All(holds => holds);
}
