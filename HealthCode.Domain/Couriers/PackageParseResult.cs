using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>验包结果 — a verified package, or the rule it breaks.</summary>
/// <param name="Package">Content of the file; if refused, unverified content or null.</param>
/// <param name="OfficeName">Name in the trust list; empty if refused.</param>
/// <param name="Ledger">Still encrypted; empty if none is attached.</param>
/// <param name="Digest">Digest by which a receipt refers to the package.</param>
/// <param name="Against">The broken rule, or null.</param>
public sealed record PackageParseResult(CourierPackage? Package, string OfficeName, byte[] Ledger, string Digest, Breach? Against)
{
    internal static PackageParseResult Genuine(CourierPackage package, string officeName, byte[] ledger, string digest) => new(package, officeName, ledger, digest, null);

    internal static PackageParseResult Refused(Breach against, CourierPackage? claims = null) => new(claims, "", [], "", against);
}
