using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HealthCode.Web.Hosting.Https;

/// <summary>加密连接 — between the office's PCs everything goes by https; what never leaves this PC needs no certificate.</summary>
public static class HttpsSetUp
{
    /// <summary>Where another PC gets the certificate, before it has it.</summary>
    public const string CertificatePage = "/Account/Certificate";

    /// <summary>What another PC gets without a certificate: the certificate with its page, and whether the server runs.</summary>
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

    /// <summary>Leads other PCs to https, when there is https.</summary>
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

    /// <summary>Whether a request comes from the PC the program runs on.</summary>
    public static bool IsThisPc(IPAddress? remote) => remote is null || IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote);

    private static void AnswerBothBut(ListenOptions port, int httpsPort)
    {
        if (port.IPEndPoint?.Port != httpsPort)
        {
            port.AnswerBoth();
        }
    }
}
