using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace HealthCode.Web.Foundation;

/// <summary>地址段 — a single IP address of the local network, or a range.</summary>
/// <param name="First">Lowest address.</param>
/// <param name="Last">Highest address, of the same address family.</param>
public sealed record AddressRange(IPAddress First, IPAddress Last)
{
    /// <summary>Parses <c>192.168.1.8</c>, <c>192.168.1.10-20</c>, <c>192.168.1.10-192.168.1.20</c> and <c>192.168.1.0/24</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AddressRange? range)
    {
        range = null;
        var typed = (text ?? "").Replace('－', '-').Replace('／', '/').Replace('。', '.').Replace(" ", "", StringComparison.Ordinal);
        if (typed.Split('/') is [var network, var bits])
        {
            range = Read(network) is { } some && byte.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? Network(some, length) : null;
        }
        else if (typed.Split('-') is [var first, var last] && Read(first) is { } from)
        {
            var to = last.Contains('.', StringComparison.Ordinal) || last.Contains(':', StringComparison.Ordinal) ? last : first[..(first.LastIndexOf('.') + 1)] + last;
            range = Read(to) is { } end && end.AddressFamily == from.AddressFamily && Compare(from, end) <= 0 ? new(from, end) : null;
        }
        else if (Read(typed) is { } one)
        {
            range = new(one, one);
        }

        return range is not null;
    }

    /// <summary>Converts an IPv4-mapped IPv6 address (::ffff:192.168.1.8, as dual-stack sockets report it) to IPv4.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    public bool Contains(IPAddress address)
    {
        var asked = Plain(address);
        return asked.AddressFamily == First.AddressFamily && Compare(First, asked) <= 0 && Compare(asked, Last) <= 0;
    }

    public override string ToString() => First.Equals(Last) ? First.ToString() : $"{First}-{Last}";

    private static AddressRange? Network(IPAddress some, int length)
    {
        var (first, last) = (some.GetAddressBytes(), some.GetAddressBytes());
        if (length > first.Length * 8)
        {
            return null;
        }

        for (var bit = length; bit < first.Length * 8; bit++)
        {
            var mask = (byte)(0x80 >> (bit % 8));
            first[bit / 8] &= (byte)~mask;
            last[bit / 8] |= mask;
        }

        return new(new IPAddress(first), new IPAddress(last));
    }

    // IPAddress would parse "8" as 0.0.0.8; an incomplete address is rejected instead.
    private static IPAddress? Read(string text) =>
        (text.Count(character => character == '.') == 3 || text.Contains(':', StringComparison.Ordinal)) && IPAddress.TryParse(text, out var address) ? Plain(address) : null;

    private static int Compare(IPAddress one, IPAddress other) => one.GetAddressBytes().AsSpan().SequenceCompareTo(other.GetAddressBytes());
}
