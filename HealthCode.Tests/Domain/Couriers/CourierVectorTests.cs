using System.Text;
using HealthCode.Domain.Couriers;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Couriers;

/// <summary>What Couriers/FORMAT.md tells the writer of another reader of the stick is true.</summary>
public sealed class CourierVectorTests
{
    private static readonly IReadOnlyDictionary<string, string> Vectors = FormatFile.Vectors("HealthCode.Domain", "Couriers");

    private static readonly byte[] Package = Convert.FromHexString(Vectors["courier package"]);

    [Fact]
    public void The_package_is_genuine_and_says_what_the_table_says()
    {
        var reading = CourierPackage.Read(Package, new([PublishedVector.Trusted()]));

        Assert.Null(reading.Against);
        Assert.Equal((LawfulCase.Code, 3, 7, LawfulCase.Today), (reading.Package!.Office, reading.Package.Key, reading.Package.Number, reading.Package.FirstDay));
        Assert.Equal(12, Assert.Single(reading.Package.Days).Submitted);
        Assert.Equal(Vectors["package digest"], reading.Digest);
    }

    [Fact]
    public void The_townships_key_opens_the_ledger_and_has_the_fingerprint()
    {
        using var key = TownshipKey.Restore(Convert.FromHexString(Vectors["township private key"]), Vectors["township"], Vectors["township name"]);

        Assert.Equal(Vectors["township fingerprint"], key.Trusted.Fingerprint);
        Assert.Equal("台账", Encoding.UTF8.GetString(key.Open(CourierPackage.Read(Package, new([PublishedVector.Trusted()])).Ledger, LawfulCase.Code, 7)!));
    }
}
