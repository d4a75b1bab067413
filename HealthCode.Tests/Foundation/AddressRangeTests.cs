using System.Net;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Foundation;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("192.168.1.8", "192.168.1.8", "192.168.1.8")]
    [InlineData(" 192.168.1.10 - 20 ", "192.168.1.10", "192.168.1.20")]
    [InlineData("192.168.1.10-192.168.2.5", "192.168.1.10", "192.168.2.5")]
    [InlineData("192.168.1.77/24", "192.168.1.0", "192.168.1.255")]
    [InlineData("10.0.0.0/9", "10.0.0.0", "10.127.255.255")]
    [InlineData("0.0.0.0/0", "0.0.0.0", "255.255.255.255")]
    [InlineData("fd00::/64", "fd00::", "fd00::ffff:ffff:ffff:ffff")]
    public void It_reaches_from_its_first_address_to_its_last_and_no_further(string typed, string first, string last)
    {
        Assert.True(AddressRange.TryParse(typed, out var range));

        Assert.Equal((IPAddress.Parse(first), IPAddress.Parse(last)), (range.First, range.Last));
        Assert.True(range.Contains(range.First) && range.Contains(range.Last));
    }

    [Theory]
    [InlineData("192.168.1.9", false)]
    [InlineData("192.168.1.10", true)]
    [InlineData("192.168.1.20", true)]
    [InlineData("192.168.1.21", false)]
    [InlineData("192.168.2.15", false)]
    [InlineData("::ffff:192.168.1.15", true)]
    [InlineData("fd00::15", false)]
    public void Both_ends_count_and_an_address_may_arrive_in_its_longer_form(string asked, bool within)
    {
        Assert.True(AddressRange.TryParse("192.168.1.10-20", out var range));

        Assert.Equal(within, range.Contains(IPAddress.Parse(asked)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("办公室")]
    [InlineData("8")]
    [InlineData("192.168.1")]
    [InlineData("192.168.1.256")]
    [InlineData("192.168.1.0/33")]
    [InlineData("192.168.1.20-10")]
    [InlineData("192.168.1.20-fd00::1")]
    [InlineData("192.168.1.1-2-3")]
    public void What_is_no_address_is_not_taken(string? typed) => Assert.False(AddressRange.TryParse(typed, out _));

    [Theory]
    [InlineData("192.168.1.8")]
    [InlineData("192.168.1.10-20")]
    [InlineData("192.168.1.0/24")]
    public void It_is_read_again_as_it_was_written(string typed)
    {
        Assert.True(AddressRange.TryParse(typed, out var range));

        Assert.True(AddressRange.TryParse(range.ToString(), out var again));
        Assert.Equal(range, again);
    }
}
