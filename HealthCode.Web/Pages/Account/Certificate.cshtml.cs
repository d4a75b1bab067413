using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Hosting.Https;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Account;

/// <summary>安装证书 — how to install the office's certificate authority on another PC. No sign-in: that PC does not trust the server yet.</summary>
public sealed class CertificateModel(OfficeCertificates certificates, OfficeAddresses addresses, Func<CertificateNames> names) : PageModel
{
    private X509Certificate2? _authority;

    public bool HasHttps => addresses.HttpsPort is not null;

    public IReadOnlyList<string> Addresses => addresses.Elsewhere(names().Typed);

    /// <summary>SHA-1 thumbprint in lower-case hex, as Windows shows it.</summary>
    public string Thumbprint => InFours(Authority.Thumbprint.ToLowerInvariant());

    public string Sha256 => InFours(Authority.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant());

    public string IssuedTo => Authority.GetNameInfo(X509NameType.SimpleName, false);

    public string LastDay => OfficeClock.AtOffice(Authority.NotAfter).ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture);

    private X509Certificate2 Authority => _authority ??= certificates.Authority;

    public void OnGet()
    {
    }

    /// <summary>下载 — the certificate without its private key, DER-encoded.</summary>
    public IActionResult OnGetFile() => File(Authority.RawData, "application/x-x509-ca-cert", "healthcode.cer");

    private static string InFours(string digits) => string.Join(' ', digits.Chunk(4).Select(four => new string(four)));
}
