using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Hosting.Https;

/// <summary>制证 — creates the office's CA certificate and the server certificate it signs.</summary>
public static class CertificateMaking
{
    private const int AuthorityYears = 10;
    private const int ServerYears = 1;
    private const string NameConstraints = "2.5.29.30";
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Tolerance for slow clocks on the other PCs of the office.</summary>
    private static readonly TimeSpan SlowClocks = TimeSpan.FromDays(30);

    /// <summary>本机证书机构 — a CA whose name constraints allow only this machine's name and IP addresses, so that it cannot be misused to forge internet
    /// sites.</summary>
    public static X509Certificate2 Authority(CertificateNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName("健康通行卡办理 本机证书机构" + (names.Machine is { Length: <= 20 } machine ? $"（{machine}）" : ""));
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(new X509Extension(NameConstraints, Permitted(names.Machine), true));
        // Valid from 1970: a PC with an empty battery starts with a date in the past, and the other PCs must not need a new CA for that.
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, LaterOf(now, OfficeClock.FirstDay).AddYears(AuthorityYears));
    }

    /// <summary>服务器证书 — for all current names and addresses of this PC.</summary>
    public static X509Certificate2 Server(X509Certificate2 authority, CertificateNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName("健康通行卡办理");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(Called(AllowedBy(authority, names)));
        var lastMoment = new DateTimeOffset(authority.NotAfter.ToUniversalTime());
        var end = now.AddYears(ServerYears);
        using var bare = request.Create(authority, LaterOf(now - SlowClocks, DateTimeOffset.UnixEpoch), end < lastMoment ? end : lastMoment, RandomNumberGenerator.GetBytes(16));
        return bare.CopyWithPrivateKey(key);
    }

    /// <summary>Whether the server certificate is valid now and for the period ahead, is signed by the authority, and covers all names of this
    /// PC.</summary>
    public static bool IsUsableFor(X509Certificate2 server, X509Certificate2 authority, CertificateNames names, DateTimeOffset now, TimeSpan ahead) =>
        IsValid(server, now, ahead) && IsSignedBy(server, authority)
        && server.Extensions.OfType<X509SubjectAlternativeNameExtension>().SingleOrDefault() is { } called
        && names.Addresses.All(called.EnumerateIPAddresses().Contains)
        && (AllowedBy(authority, names).Machine is not { } machine || called.EnumerateDnsNames().Contains(machine, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the certificate is valid now and for the period ahead.</summary>
    public static bool IsValid(X509Certificate2 certificate, DateTimeOffset now, TimeSpan ahead) =>
        now >= certificate.NotBefore.ToUniversalTime() && now + ahead <= certificate.NotAfter.ToUniversalTime();

    private static bool IsSignedBy(X509Certificate2 server, X509Certificate2 authority) =>
        server.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().SingleOrDefault()?.KeyIdentifier is { } signer
        && authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().SingleOrDefault() is { } own
        && signer.Span.SequenceEqual(own.SubjectKeyIdentifierBytes.Span);

    /// <summary>Drops the machine name if the PC was renamed after its CA was created: the CA's constraints do not cover the new name, only addresses
    /// work.</summary>
    private static CertificateNames AllowedBy(X509Certificate2 authority, CertificateNames names) =>
        authority.Extensions.Any(each => each.Oid?.Value == NameConstraints && each.RawData.AsSpan().SequenceEqual(Permitted(names.Machine)))
            ? names
            : names with { Machine = null };

    private static X509Extension Called(CertificateNames names)
    {
        var called = new SubjectAlternativeNameBuilder();
        called.AddDnsName("localhost");
        if (names.Machine is not null and not "localhost")
        {
            called.AddDnsName(names.Machine);
        }

        called.AddIpAddress(IPAddress.Loopback);
        foreach (var address in names.Addresses)
        {
            called.AddIpAddress(address);
        }

        return called.Build();
    }

    /// <summary>RFC 5280 4.2.1.10: permitted subtrees for these names and for all IPv4 addresses (0.0.0.0/0).</summary>
    private static byte[] Permitted(string? machine)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var name in machine is null or "localhost" ? (string[])["localhost"] : ["localhost", machine])
            {
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteOctetString(new byte[8], new Asn1Tag(TagClass.ContextSpecific, 7));
            }
        }

        return writer.Encode();
    }

    private static DateTimeOffset LaterOf(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
