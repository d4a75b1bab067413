using System.Net;
using HealthCode.Web.Hosting.Https;

namespace HealthCode.Web.Hosting;

/// <summary>自己的名字 — replaces a Host header that is none of this server's names by the local address of the connection, so that no response repeats a
/// forged Host.</summary>
public static class OwnHost
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>Call before all other middleware but that of a proxy, which lets only its own names in.</summary>
    public static void UseOwnHost(this WebApplication app)
    {
        var (names, addresses) = (app.Services.GetRequiredService<Func<CertificateNames>>(), app.Services.GetRequiredService<OfficeAddresses>());
        var ours = new HashSet<string>();
        long? looked = null;
        app.Use((context, next) =>
        {
            if (context.CameThroughProxy())
            {
                return next(context);
            }

            var (request, here) = (context.Request, Plain(context.Connection.LocalIpAddress));
            var host = request.Host.Host.Trim('[', ']');
            if (host.Length == 0 || !(Same(host, "localhost") || Same(host, here?.ToString()) || IsLoopback(host) || Ours().Contains(host)))
            {
                request.Host = new(here?.ToString() ?? "localhost", context.Connection.LocalPort is > 0 and var port ? port : request.IsHttps ? 443 : 80);
            }

            return next(context);
        });

        // DHCP may assign another address at any time. Enumerating the addresses is slow, so the result is cached for a minute.
        HashSet<string> Ours()
        {
            if (looked is not { } at || TimeProvider.System.GetElapsedTime(at) > Remembered)
            {
                ours = new([.. names().Typed, .. addresses.All.Select(address => address.Host)], StringComparer.OrdinalIgnoreCase);
                looked = TimeProvider.System.GetTimestamp();
            }

            return ours;
        }
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    private static bool Same(string host, string? name) => host.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string host) => IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}
