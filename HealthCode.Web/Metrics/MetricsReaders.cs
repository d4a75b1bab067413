using System.Net;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Metrics;

/// <summary>Addresses that may read the metrics: this PC, and those of the private network that the setting lists.</summary>
public sealed class MetricsReaders
{
    /// <summary>Setting: absent or <c>false</c> for no metrics, <c>true</c> for this PC alone, or addresses and ranges separated by commas for these too.</summary>
    public const string Setting = "HEALTHCODE_METRICS";

    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Real-IP", "Via"];

    // RFC 1918, RFC 4193, and the addresses of a link.
    private static readonly AddressRange[] Private = [.. ((string[])["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10", "127.0.0.0/8", "::1"]).Select(Parse)];

    private readonly IReadOnlyList<AddressRange> _ranges;

    private MetricsReaders(IReadOnlyList<AddressRange> ranges) => _ranges = ranges;

    /// <summary>Reads the setting; null if metrics are off.</summary>
    /// <exception cref="CannotStartException">Part of it is no address, or an address of the internet.</exception>
    public static MetricsReaders? Of(string? setting)
    {
        var typed = setting?.Trim() ?? "";
        if (typed.Length == 0 || typed.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return new(typed.Equals("true", StringComparison.OrdinalIgnoreCase) ? []
            : [.. typed.Split([',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(RequirePrivate)]);
    }

    /// <summary>Whether the request may read them. One that a proxy has passed on may not: its address is the proxy's, whoever asked.</summary>
    public bool Allow(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } from
        && (IPAddress.IsLoopback(AddressRange.Plain(from)) || _ranges.Any(range => range.Contains(from)))
        && !Forwarded.Any(request.Headers.ContainsKey);

    private static AddressRange RequirePrivate(string text) =>
        AddressRange.TryParse(text, out var range) && Private.Any(network => network.Contains(range.First) && network.Contains(range.Last)) ? range
        : throw new CannotStartException(
            $"{Setting} 里的“{text}”不是内网地址，要写成 true，或者 10.1.2.0/24、192.168.1.8 这样，几个用逗号隔开。",
            $"\"{text}\" in {Setting} is no address or range of a private network.");

    private static AddressRange Parse(string text) => AddressRange.TryParse(text, out var range) ? range : throw new FormatException(text);
}
