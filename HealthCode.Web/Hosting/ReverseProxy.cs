using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.HttpOverrides;

namespace HealthCode.Web.Hosting;

/// <summary>前置服务器 — takes the browser's address, name and scheme from the proxy in front of several servers, and from nobody else.</summary>
public static class ReverseProxy
{
    /// <summary>Name of the setting with the addresses of the proxies, or ranges, with commas. Unset, nobody's headers are believed.</summary>
    public const string Setting = "HEALTHCODE_PROXY";

    private static readonly object Passed = new();

    /// <summary>Call before all other middleware.</summary>
    /// <exception cref="CannotStartException">The setting is not a list of addresses.</exception>
    public static void UseReverseProxy(this WebApplication app)
    {
        var proxies = Read(app.Configuration[Setting]);
        if (proxies.Count == 0)
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (context.Connection.RemoteIpAddress is not { } from || !proxies.Any(proxy => proxy.Contains(from)))
            {
                return next(context);
            }

            if (context.Request.Headers.ContainsKey("X-Forwarded-For"))
            {
                context.Items[Passed] = true;
                return next(context);
            }

            if (context.Request.Path.StartsWithSegments("/healthz"))
            {
                return next(context);
            }

            // Without the browser's address it would be taken for somebody at the server itself.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });

        // Whom to believe has been decided above, by ranges that the framework's lists do not know.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        app.UseWhen(CameThroughProxy, passed => passed.UseForwardedHeaders(options));
    }

    /// <summary>Whether a request has come through a proxy, which answers for its Host.</summary>
    public static bool CameThroughProxy(this HttpContext context) => context.Items.ContainsKey(Passed);

    private static IReadOnlyList<AddressRange> Read(string? typed) =>
    [
        .. (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(each => AddressRange.TryParse(each, out var range)
            ? range
            : throw new CannotStartException($"{Setting} 里的“{each}”不是地址。请写成 10.1.2.3 或者 10.1.2.0/24，几个用逗号隔开。", $"{Setting} contains {each}, which is no address.")),
    ];
}
