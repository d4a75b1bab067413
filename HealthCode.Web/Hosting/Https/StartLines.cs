namespace HealthCode.Web.Hosting.Https;

/// <summary>启动窗口 — what to type into a browser, here and at the other PCs, and the fingerprint against which they compare their certificate.</summary>
public static class StartLines
{
    /// <summary>Says it when the program answers, not before.</summary>
    public static void SayAddressesOnceOpen(this WebApplication app)
    {
        var services = app.Services;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var line in Lines(services.GetRequiredService<OfficeAddresses>(), services.GetRequiredService<Func<CertificateNames>>()(), services.GetRequiredService<OfficeCertificates>()))
            {
                Console.WriteLine("==> " + line);
            }
        });
    }

    /// <summary>One line a kind of address; none for a kind there is not.</summary>
    public static IEnumerable<string> Lines(OfficeAddresses addresses, CertificateNames names, OfficeCertificates certificates)
    {
        if (addresses.Here is { } here)
        {
            yield return $"本机打开 {here}";
        }

        if (addresses.Elsewhere(names.Typed) is { Count: > 0 } elsewhere)
        {
            yield return $"别的电脑打开 {string.Join("  ", elsewhere)}";
        }

        if (addresses.HttpsPort is null)
        {
            yield break;
        }

        if (addresses.WithoutCertificate(names.Typed) is [var first, ..])
        {
            yield return $"别的电脑第一次用，先安装证书 {first}{HttpsSetUp.CertificatePage}";
        }

        // Made now, not when the first browser waits for it.
        _ = certificates.Server;
        yield return $"证书指纹 {certificates.Authority.Thumbprint.ToLowerInvariant()}";
    }
}
