using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>验包结果 — a package that is believed, or what stands against it.</summary>
/// <param name="Package">What the file says; of a refused one only what it claims, or null.</param>
/// <param name="OfficeName">As the trust list names it, or empty.</param>
/// <param name="Ledger">Still closed; empty when none went along.</param>
/// <param name="Digest">What a receipt names it by.</param>
/// <param name="Against">Why it is refused, or null.</param>
public sealed record PackageParseResult(CourierPackage? Package, string OfficeName, byte[] Ledger, string Digest, Breach? Against)
{
    internal static PackageParseResult Genuine(CourierPackage package, string officeName, byte[] ledger, string digest) => new(package, officeName, ledger, digest, null);

    internal static PackageParseResult Refused(Breach against, CourierPackage? claims = null) => new(claims, "", [], "", against);
}
