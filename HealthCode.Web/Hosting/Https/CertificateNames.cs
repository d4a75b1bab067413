using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace HealthCode.Web.Hosting.Https;

/// <summary>证书上的名字 — names and addresses under which other PCs of the office reach this one.</summary>
/// <param name="Machine">Machine name as an ASCII host name, or null if it cannot be used as one.</param>
/// <param name="Addresses">Its IPv4 addresses in local networks.</param>
public sealed record CertificateNames(string? Machine, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>Host names for a URL; addresses first, because they work in every office network.</summary>
    public IEnumerable<string> Typed => Addresses.Select(address => address.ToString()).Concat(Machine is null ? [] : [Machine]);

    /// <summary>The current ones; DHCP may assign another address at any time.</summary>
    public static CertificateNames OfThisPc() => new(InAddresses(Environment.MachineName), InNetworks());

    private static string? InAddresses(string machine)
    {
        try
        {
            // A Chinese name is converted to Punycode.
            return new IdnMapping().GetAscii(machine).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IReadOnlyList<IPAddress> InNetworks()
    {
        try
        {
            return
            [
                .. NetworkInterface.GetAllNetworkInterfaces()
                    .Where(card => card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                    .SelectMany(card => card.GetIPProperties().UnicastAddresses)
                    .Select(each => each.Address)
                    .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address))
                    .Distinct().OrderBy(address => address.ToString(), StringComparer.Ordinal),
            ];
        }
        catch (NetworkInformationException)
        {
            // A network that is just being configured has no address yet; the caller asks again within a minute.
            return [];
        }
    }
}
