using System.Net;
using HealthCode.Web.Foundation;
using HealthCode.Web.Metrics;
using Microsoft.AspNetCore.Http;

namespace HealthCode.Tests.Metrics;

/// <summary>Who may read the metrics.</summary>
public sealed class MetricsReadersTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("false")]
    [InlineData("False")]
    public void Without_the_setting_there_are_none(string? setting) => Assert.Null(MetricsReaders.Of(setting));

    [Theory]
    [InlineData("true", "127.0.0.1", true)]
    [InlineData("true", "::1", true)]
    [InlineData("true", "::ffff:127.0.0.1", true)]
    [InlineData("true", "192.168.1.8", false)]
    [InlineData("10.1.2.0/24", "127.0.0.1", true)]
    [InlineData("10.1.2.0/24", "10.1.1.255", false)]
    [InlineData("10.1.2.0/24", "10.1.2.0", true)]
    [InlineData("10.1.2.0/24", "10.1.2.255", true)]
    [InlineData("10.1.2.0/24", "10.1.3.0", false)]
    [InlineData("10.1.2.0/24", "::ffff:10.1.2.7", true)]
    [InlineData("10.1.2.0/24, 192.168.1.8", "192.168.1.8", true)]
    [InlineData("10.1.2.0/24，192.168.1.8", "192.168.1.9", false)]
    [InlineData("fd00:1::/64", "fd00:1::5", true)]
    [InlineData("fd00:1::/64", "fd00:2::5", false)]
    public void This_PC_and_the_listed_addresses_read_them(string setting, string from, bool allowed) => Assert.Equal(allowed, MetricsReaders.Of(setting)!.Allow(Request(from)));

    [Fact]
    public void A_connection_without_an_address_is_nobody() => Assert.False(MetricsReaders.Of("true")!.Allow(Request(null)));

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Original-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public void What_a_proxy_has_passed_on_does_not_count_as_this_PC(string header)
    {
        var request = Request("127.0.0.1");
        request.Headers[header] = "127.0.0.1";

        Assert.False(MetricsReaders.Of("true")!.Allow(request));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("10.1.2.0/24 and more")]
    [InlineData("8.8.8.8")]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.0/7")]
    [InlineData("172.16.0.0-172.32.0.0")]
    [InlineData("2001:db8::/32")]
    [InlineData("192.168.1.8,::/0")]
    public void With_an_address_that_is_not_of_a_private_network_the_server_does_not_start_and_says_why(string setting)
    {
        var reason = Assert.Throws<CannotStartException>(() => MetricsReaders.Of(setting));

        Assert.Contains("不是内网地址", reason.Message, StringComparison.Ordinal);
        Assert.Contains(MetricsReaders.Setting, reason.Message, StringComparison.Ordinal);
    }

    private static HttpRequest Request(string? from) =>
        new DefaultHttpContext { Connection = { RemoteIpAddress = from is null ? null : IPAddress.Parse(from) } }.Request;
}
