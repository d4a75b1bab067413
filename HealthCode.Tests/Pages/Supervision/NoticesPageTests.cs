using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Pages.Supervision;

/// <summary>现在执行的通知: those of the office's province, by day.</summary>
public sealed class NoticesPageTests
{
    [Theory]
    [InlineData("20200228", true, false)]
    [InlineData("20200310", true, false)]
    [InlineData("20200311", true, true)]
    public async Task A_notice_is_in_force_from_its_day_on(string day, bool has63, bool has73)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/Notices?On=" + day);
        var listed = clerk.Page.QuerySelector("table")!.TextContent;

        Assert.Equal((has63, has73), (listed.Contains("63号", StringComparison.Ordinal), listed.Contains("〔2020〕73号", StringComparison.Ordinal)));
        Assert.Contains(Ningxia.Pack.Clauses[4].Citation.Quote, clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_is_shown_its_own_provinces_notices_only()
    {
        await using var server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        var clerk = await server.ClerkAsync();
        await clerk.OpenAsync("/Supervision/Notices?On=20200501");

        Assert.Contains("冀防领办〔2020〕169号", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("宁疫指办发", clerk.Text, StringComparison.Ordinal);
    }
}
