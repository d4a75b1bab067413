using System.Net;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting.Https;
using Microsoft.Extensions.Logging.Abstractions;

namespace HealthCode.Tests.Hosting.Https;

/// <summary>本机证书: made at the first start, trusted by whoever trusts the authority, renewed without anybody's doing.</summary>
public sealed class OfficeCertificatesTests : IDisposable
{
    private static readonly IPAddress Router = IPAddress.Parse("192.168.1.8");

    private readonly DataFolder _folder = DataFolder.Open(Directory.CreateTempSubdirectory("healthcode-test-").FullName);
    private readonly ManualTimeProvider _clock = new(new(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8)));
    private CertificateNames _names = new("cunwei-pc", [Router]);

    public void Dispose() => Directory.Delete(_folder.Path, true);

    [Fact]
    public void Who_trusts_the_authority_trusts_the_server_under_every_name_of_the_PC()
    {
        var certificates = Open();

        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
        foreach (var name in (string[])["localhost", "cunwei-pc"])
        {
            Assert.True(certificates.Server.MatchesHostname(name), name);
        }

        Assert.True(certificates.Server.MatchesHostname("127.0.0.1") && certificates.Server.MatchesHostname("192.168.1.8"));
        Assert.False(certificates.Server.MatchesHostname("192.168.1.9"));
        Assert.Equal(new DateTime(2030, 3, 5, 1, 0, 0, DateTimeKind.Utc), certificates.Authority.NotAfter.ToUniversalTime());
        Assert.Equal(new DateTime(2021, 3, 5, 1, 0, 0, DateTimeKind.Utc), certificates.Server.NotAfter.ToUniversalTime());
        using var key = certificates.Authority.GetECDsaPublicKey()!;
        Assert.Equal("1.2.840.10045.3.1.7", key.ExportParameters(false).Curve.Oid.Value);
    }

    [Fact]
    public void What_is_given_to_other_PCs_holds_no_key()
    {
        var certificates = Open();

        Assert.True(certificates.Server.HasPrivateKey);
        Assert.False(certificates.Authority.HasPrivateKey);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Keys_lie_in_the_data_folder_readable_by_their_owner_alone()
    {
        _ = Open().Server;

        var files = Directory.GetFiles(_folder.Keys);
        Assert.Equal(["https-authority.pem", "https-server.pem"], files.Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void A_restart_finds_both_again()
    {
        var before = Open();
        var (authority, server) = (before.Authority.Thumbprint, before.Server.Thumbprint);

        var after = Open();

        Assert.Equal((authority, server), (after.Authority.Thumbprint, after.Server.Thumbprint));
    }

    [Theory]
    [InlineData(334, false)]
    [InlineData(336, true)]
    public void The_server_certificate_is_renewed_30_days_before_its_end_without_a_restart(int days, bool renewed)
    {
        var certificates = Open();
        var (authority, server) = (certificates.Authority.Thumbprint, certificates.Server.Thumbprint);

        _clock.Advance(TimeSpan.FromDays(days));

        Assert.Equal(renewed, server != certificates.Server.Thumbprint);
        Assert.Equal(authority, certificates.Authority.Thumbprint);
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
    }

    [Fact]
    public void A_disk_that_takes_no_new_certificate_locks_nobody_out()
    {
        var certificates = Open();
        var server = certificates.Server.Thumbprint;
        // Where the new one would be written first lies something that is no file.
        Directory.CreateDirectory(Path.Combine(_folder.Keys, "https-server.pem.new"));
        _clock.Advance(TimeSpan.FromDays(336));

        Assert.NotEqual(server, certificates.Server.Thumbprint);
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
    }

    [Fact]
    public void Another_address_from_the_router_gets_into_the_certificate_within_a_minute()
    {
        var certificates = Open();
        Assert.True(certificates.Server.MatchesHostname("192.168.1.8"));

        _names = _names with { Addresses = [IPAddress.Parse("192.168.1.77")] };
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(certificates.Server.MatchesHostname("192.168.1.77"));
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
    }

    [Theory]
    [InlineData("1970-01-02")]
    [InlineData("2009-01-01")]
    [InlineData("2020-03-01")]
    public void A_clock_that_fell_back_locks_nobody_out_and_changes_no_authority(string day)
    {
        var certificates = Open();
        var authority = certificates.Authority.Thumbprint;
        _ = certificates.Server;

        _clock.SetTo(DateTimeOffset.Parse(day + "T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));

        _clock.SetTo(new(2020, 3, 5, 10, 0, 0, TimeSpan.FromHours(8)));
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
        Assert.Equal(authority, certificates.Authority.Thumbprint);
    }

    [Fact]
    public void A_first_start_by_a_clock_without_a_battery_makes_an_authority_that_lasts()
    {
        _clock.SetTo(DateTimeOffset.UnixEpoch.AddDays(3));
        var certificates = Open();
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
        var authority = certificates.Authority.Thumbprint;

        _clock.SetTo(new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(8)));

        Assert.Equal(authority, certificates.Authority.Thumbprint);
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
    }

    [Theory]
    [InlineData("https-server.pem", true)]
    [InlineData("https-authority.pem", false)]
    public void A_spoilt_file_is_made_anew(string file, bool sameAuthority)
    {
        var before = Open();
        var authority = before.Authority.Thumbprint;
        _ = before.Server;
        File.WriteAllText(Path.Combine(_folder.Keys, file), "-----BEGIN CERTIFICATE-----\nMIIB");

        var after = Open();

        Assert.True(IsTrusted(after.Server, after.Authority));
        Assert.Equal(sameAuthority, authority == after.Authority.Thumbprint);
    }

    [Theory]
    [InlineData("bank.example", false)]
    [InlineData("cunwei-pc", true)]
    public void With_the_authoritys_key_no_site_of_the_internet_can_be_forged(string name, bool trusted)
    {
        using var authority = CertificateMaking.Authority(_names, _clock.GetUtcNow());
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        var called = new SubjectAlternativeNameBuilder();
        called.AddDnsName(name);
        request.CertificateExtensions.Add(called.Build());
        using var forged = request.Create(authority, _clock.GetUtcNow().AddDays(-1), _clock.GetUtcNow().AddDays(30), [1, 2, 3]);

        Assert.Equal(trusted, IsTrusted(forged, authority));
    }

    [Fact]
    public void A_PC_that_was_renamed_is_still_reached_by_its_addresses()
    {
        var authority = Open().Authority.Thumbprint;
        _names = _names with { Machine = "new-name" };

        var certificates = Open();

        Assert.Equal(authority, certificates.Authority.Thumbprint);
        Assert.False(certificates.Server.MatchesHostname("new-name"));
        Assert.True(certificates.Server.MatchesHostname("192.168.1.8"));
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
    }

    [Fact]
    public void A_PC_without_network_and_with_a_name_that_no_address_can_hold_has_its_certificate_for_itself()
    {
        _names = new(null, []);

        var certificates = Open();

        Assert.True(certificates.Server.MatchesHostname("localhost"));
        Assert.True(IsTrusted(certificates.Server, certificates.Authority));
    }

    [Fact]
    public void This_PC_has_a_name_or_an_address()
    {
        var names = CertificateNames.OfThisPc();

        Assert.DoesNotContain(names.Addresses, IPAddress.IsLoopback);
        Assert.NotEmpty(names.Typed);
    }

    private OfficeCertificates Open() => new(_folder, _clock, () => _names, NullLogger<OfficeCertificates>.Instance);

    private bool IsTrusted(X509Certificate2 server, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        return chain.Build(server);
    }
}
