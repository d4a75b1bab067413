using System.Net;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Hosting;

/// <summary>地址 — the addresses the server listens on: those of <c>--urls</c>, or by default one http and one https port.</summary>
public sealed record OfficeAddresses(IReadOnlyList<BindingAddress> All)
{
    private const string Default = "http://0.0.0.0:5000;https://0.0.0.0:5001";

    /// <summary>Configuration keys that override the default addresses.</summary>
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>The https port, or null if no address uses https.</summary>
    public int? HttpsPort => All.FirstOrDefault(IsHttps)?.Port;

    /// <summary>Reads the addresses from the settings; writes the default there if none is set.</summary>
    /// <exception cref="CannotStartException">An address cannot be parsed.</exception>
    public static OfficeAddresses Of(IConfiguration settings)
    {
        if (Settings.All(setting => settings[setting] is null) && !settings.GetSection("Kestrel:Endpoints").Exists())
        {
            settings["urls"] = Default;
        }

        var urls = settings["urls"] ?? "";
        try
        {
            return new([.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse)]);
        }
        catch (FormatException fault)
        {
            throw new CannotStartException($"地址“{urls}”看不懂，要写成 http://0.0.0.0:5000 这样。", fault.Message, fault);
        }
    }

    /// <summary>URL for a browser on this PC, or null if the server listens on other names only.</summary>
    public string? Here => All.OrderBy(IsHttps).Where(address => IsEverywhere(address) || IsLoopback(address)).Select(address => Typed(address, "localhost")).FirstOrDefault();

    /// <summary>URLs for other PCs of the office, https if there is an https port.</summary>
    public IReadOnlyList<string> Elsewhere(IEnumerable<string> names) => Over(HttpsPort is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, names);

    /// <summary>The http URLs, for other PCs that have not installed the certificate yet.</summary>
    public IReadOnlyList<string> WithoutCertificate(IEnumerable<string> names) => Over(Uri.UriSchemeHttp, names);

    private static bool IsHttps(BindingAddress address) => address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private static bool IsEverywhere(BindingAddress address) => address.Host is "*" or "+" or "0.0.0.0" or "[::]";

    private static bool IsLoopback(BindingAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static string Typed(BindingAddress address, string host) => $"{address.Scheme}://{host}:{address.Port}";

    private IReadOnlyList<string> Over(string scheme, IEnumerable<string> names) =>
    [
        .. All.Where(address => address.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase) && !IsLoopback(address))
            .SelectMany(address => IsEverywhere(address) ? names.Select(name => Typed(address, name)) : [Typed(address, address.Host)]).Distinct(),
    ];
}
