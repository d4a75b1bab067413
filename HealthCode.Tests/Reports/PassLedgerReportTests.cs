using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>健康通行卡台账.</summary>
[Collection(DemoVillage.Name)]
public sealed class PassLedgerReportTests(DemoVillage demo)
{
    [Fact]
    public async Task Every_card_of_the_days_is_a_row()
    {
        var sheet = await demo.DrawAsync(new PassLedgerReport(), demo.Month);

        Assert.Empty(sheet.Faults);
        Assert.Equal(await demo.CountAsync($"SELECT count(*) FROM Passes WHERE FirstDay BETWEEN '2026-10-21' AND '2026-11-20'"), sheet.Body.Count);
        Assert.Equal(await demo.CountAsync("SELECT count(*) FROM Passes WHERE FirstDay BETWEEN '2026-10-21' AND '2026-11-20' AND HandedOverAt IS NOT NULL"), sheet.Column("发放").Count(at => at.Length > 0));
        Approved.Matches("passes", sheet.Text);
    }

    [Fact]
    public async Task Masked_it_names_nobody_and_whole_it_says_who_took_it_out()
    {
        var masked = await demo.DrawAsync(new PassLedgerReport(), demo.Month);
        var whole = await demo.DrawAsync(new PassLedgerReport(), demo.Month with { Masking = Masking.Lifted });

        Assert.All(masked.Column("姓名"), name => Assert.Contains('*', name));
        Assert.DoesNotContain(whole.Column("姓名"), name => name.Contains('*', StringComparison.Ordinal));
        Assert.Contains(whole.Column("证件号码"), number => number.Length == 18 && !number.Contains('*', StringComparison.Ordinal));
    }
}
