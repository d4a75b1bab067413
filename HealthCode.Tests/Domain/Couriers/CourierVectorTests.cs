using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Domain.Couriers;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Couriers;

/// <summary>What the Domain's README tells the writer of another reader of the stick is true.</summary>
public sealed class CourierVectorTests
{
    private static readonly Dictionary<string, string> Vectors = Regex
        .Matches(Specification(), @"^(?<name>[a-z][a-z -]+):\s+(?<value>\S.*?)\s*$", RegexOptions.Multiline)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

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

    private static string Specification()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HealthCode.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        }

        var text = File.ReadAllText(Path.Combine(folder.FullName, "HealthCode.Domain", "README.md"));
        return text[text.IndexOf("## What lies on the stick", StringComparison.Ordinal)..];
    }
}
