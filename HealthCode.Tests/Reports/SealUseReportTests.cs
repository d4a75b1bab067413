using HealthCode.Tests.Support;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>用印登记.</summary>
[Collection(DemoVillage.Name)]
public sealed class SealUseReportTests(DemoVillage demo)
{
    [Fact]
    public async Task Every_use_is_a_row_and_the_copies_are_summed()
    {
        var sheet = await demo.DrawAsync(new SealUseReport(), demo.Month);

        Assert.Empty(sheet.Faults);
        Assert.NotEmpty(sheet.Body);
        Assert.Equal(await demo.CountAsync("SELECT count(*) FROM SealUses WHERE \"On\" BETWEEN '2026-10-21' AND '2026-11-20'"), sheet.Body.Count);
        Assert.Equal(await demo.CountAsync("SELECT sum(Copies) FROM SealUses WHERE \"On\" BETWEEN '2026-10-21' AND '2026-11-20'"), (long)sheet.Total("份数"));
        Assert.All(sheet.Column("申请人"), name => Assert.Contains('*', name));
        Approved.Matches("seals", sheet.Text);
    }
}
