using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Hosting.Https;

/// <summary>启动窗口 — what to type into a browser, here and at the other PCs, and the fingerprint against which they compare their certificate.</summary>
public static class StartupBanner
{
    /// <summary>Says it when the program answers, not before.</summary>
    public static async Task SayAddressesOnceOpenAsync(this IServiceProvider services)
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

    /// <summary>One line a kind of address; none for a kind there is not.</summary>
    /// <param name="addresses">Where it answers.</param>
    /// <param name="names">What other PCs call this one.</param>
    /// <param name="certificates">Of the office.</param>
    /// <param name="setupCode">首次设置码, while there is no office.</param>
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

        // Made now, not when the first browser waits for it.
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
