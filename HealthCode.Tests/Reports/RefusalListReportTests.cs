using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>不予办理清单.</summary>
[Collection(DemoVillage.Name)]
public sealed class RefusalListReportTests(DemoVillage demo)
{
    [Fact]
    public async Task Every_refusal_has_its_ground()
    {
        var sheet = await demo.DrawAsync(new RefusalListReport(), demo.Month);

        Assert.Empty(sheet.Faults);
        Assert.Equal(await demo.CountAsync("SELECT count(*) FROM ReviewDecisions WHERE Outcome = 3 AND DecidedOn BETWEEN '2026-10-21' AND '2026-11-20'"), sheet.Body.Count);
        Assert.NotEmpty(sheet.Body);
        Assert.All(sheet.Column("依据"), ground => Assert.Matches(@"^(第\(\d\)条|不符合条件) ", ground));
        Assert.All(sheet.Column("说明"), Assert.Empty);
        Approved.Matches("refusals", sheet.Text);
    }

    [Fact]
    public async Task The_whole_one_says_what_the_reviewer_wrote() =>
        Assert.Contains((await demo.DrawAsync(new RefusalListReport(), demo.Month with { Masking = Masking.Lifted })).Column("说明"), reason => reason.Length > 0);
}
