using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Hosting.Https;

/// <summary>启动窗口 — prints the URLs for this and other PCs, and the CA fingerprint to compare when installing the certificate.</summary>
public static class StartupBanner
{
    /// <summary>Prints the lines once the server has started.</summary>
    public static async Task PrintWhenStartedAsync(this IServiceProvider services)
    {
        var setupCode = await SetupCodeAsync(services);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() =>
        {
            foreach (var line in Lines(services.GetRequiredService<OfficeAddresses>(), services.GetRequiredService<Func<CertificateNames>>()(), services.GetRequiredService<OfficeCertificates>(), setupCode))
            {
                Console.WriteLine("==> " + line);
            }
        });
    }

    /// <summary>One line per kind of address; kinds without an address are omitted.</summary>
    /// <param name="addresses">Addresses the server listens on.</param>
    /// <param name="names">Names of this PC for other PCs.</param>
    /// <param name="certificates">The office's certificates.</param>
    /// <param name="setupCode">首次设置码, until there is an office.</param>
    public static IEnumerable<string> Lines(OfficeAddresses addresses, CertificateNames names, OfficeCertificates certificates, string? setupCode = null)
    {
        if (addresses.Here is { } here)
        {
            yield return $"本机打开 {here}";
        }

        if (addresses.Elsewhere(names.Typed) is { Count: > 0 } elsewhere)
        {
            yield return $"别的电脑打开 {string.Join("  ", elsewhere)}";
            if (setupCode is not null)
            {
                yield return $"首次设置码 {setupCode}（在别的电脑上做首次设置时输入；在本机做不用）";
            }
        }

        if (addresses.HttpsPort is null)
        {
            yield break;
        }

        if (addresses.WithoutCertificate(names.Typed) is [var first, ..])
        {
            yield return $"别的电脑第一次用，先安装证书 {first}{HttpsSetUp.CertificatePage}";
        }

        // Creates the certificate now, so that the first browser need not wait for it.
        _ = certificates.Server;
        yield return $"证书指纹 {certificates.Authority.Thumbprint.ToLowerInvariant()}";
    }

    private static async Task<string?> SetupCodeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateScopeFor(new SystemUser("start-up banner"));
        return await services.GetRequiredService<FirstStart>().IsDoneAsync(scope.ServiceProvider.GetRequiredService<OfficeDb>())
            ? null
            : services.GetRequiredService<SetupCode>().Text;
    }
}
