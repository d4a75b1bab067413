using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace HealthCode.Web.Hosting.Https;

/// <summary>证书上的名字 — what other PCs of the office call this one.</summary>
/// <param name="Machine">Its name as it stands in an address, or null when it cannot stand there.</param>
/// <param name="Addresses">Its IPv4 addresses in the office's networks.</param>
public sealed record CertificateNames(string? Machine, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>What one types at another PC; the addresses first, because they work in every office network.</summary>
    public IEnumerable<string> Typed => Addresses.Select(address => address.ToString()).Concat(Machine is null ? [] : [Machine]);

    /// <summary>As they are now: the router may give the PC another address tomorrow.</summary>
    public static CertificateNames OfThisPc() => new(InAddresses(Environment.MachineName), InNetworks());

    private static string? InAddresses(string machine)
    {
        try
        {
            // A Chinese name goes into an address in ASCII.
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
            // A PC whose network is being set up has no address yet; it is asked again within the minute.
            return [];
        }
    }
}
