using System.Net;
using System.Security.Cryptography;

namespace HealthCode.Web.Hosting;

/// <summary>页面的规矩 — security headers of every response: pages are not cached (GB/T 22239-2019 剩余信息保护), and the browser runs, loads and submits only
/// what comes from this server.</summary>
public static class SecurityHeaders
{
    private const string NonceItem = "SecurityHeaders.Nonce";

    // The camera reads QR codes at a checkpoint; no other device is used.
    private const string Permissions =
        "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>一次性标记 — the CSP nonce of this response; an injected script does not have it and is not run.</summary>
    public static string Nonce(this HttpContext context)
    {
        if (context.Items[NonceItem] is not string nonce)
        {
            context.Items[NonceItem] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        }

        return nonce;
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!IsStaticFile(context))
        {
            headers.CacheControl = "no-store";
        }

        if (context.Request.IsHttps && HasName(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            var scripts = context.GetEndpoint()?.Metadata.GetMetadata<OwnScriptFiles>() is null ? $"'nonce-{context.Nonce()}'" : "'self'";
            headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
            headers.XFrameOptions = "DENY";
            headers["Permissions-Policy"] = Permissions;
            if (context.Request.IsHttps)
            {
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
            }
        }
    }

    /// <summary>HSTS applies to host names only (on all their ports), not to IP addresses; localhost is shared with other programs.</summary>
    private static bool HasName(string host) =>
        host.Length > 0 && !host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && !IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static bool IsStaticFile(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/css") || context.Request.Path.StartsWithSegments("/js");
}

/// <summary>Endpoint metadata for pages rendered by a library: it cannot set the nonce, but its scripts are files of this server, none
/// inline.</summary>
public sealed class OwnScriptFiles;
