using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HealthCode.Web.Hosting.Https;

/// <summary>加密连接 — https between the office's PCs; requests from the server PC itself may use http.</summary>
public static class HttpsSetUp
{
    /// <summary>Page where another PC downloads the CA certificate before it trusts it.</summary>
    public const string CertificatePage = "/Account/Certificate";

    /// <summary>Paths other PCs may request over http: the certificate page with its assets, and the health check.</summary>
    private static readonly string[] Open = [CertificatePage, "/Display", "/healthz", "/css", "/js", "/Status"];

    public static void AddHttps(this WebApplicationBuilder builder)
    {
        var addresses = OfficeAddresses.Of(builder.Configuration);
        builder.Services.AddSingleton(addresses);
        builder.Services.AddSingleton<Func<CertificateNames>>(CertificateNames.OfThisPc);
        builder.Services.AddSingleton<OfficeCertificates>();
        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureHttpsDefaults(https =>
            {
                var certificates = kestrel.ApplicationServices.GetRequiredService<OfficeCertificates>();
                https.ServerCertificateSelector = (_, _) => certificates.Server;
            });
            if (addresses.HttpsPort is { } httpsPort)
            {
                kestrel.ConfigureEndpointDefaults(port => AnswerBothBut(port, httpsPort));
            }
        });
    }

    /// <summary>Redirects http requests from other PCs to https (308), if there is an https port.</summary>
    public static void UseHttpsFromElsewhere(this WebApplication app)
    {
        if (app.Services.GetRequiredService<OfficeAddresses>().HttpsPort is not { } port)
        {
            return;
        }

        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.IsHttps || IsThisPc(context.Connection.RemoteIpAddress) || Open.Any(path => request.Path.StartsWithSegments(path)))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"https://{new HostString(request.Host.Host, port)}{request.PathBase}{request.Path}{request.QueryString}";
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether a request comes from the server PC itself.</summary>
    public static bool IsThisPc(IPAddress? remote) => remote is null || IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote);

    private static void AnswerBothBut(ListenOptions port, int httpsPort)
    {
        if (port.IPEndPoint?.Port != httpsPort)
        {
            port.AnswerBoth();
        }
    }
}
