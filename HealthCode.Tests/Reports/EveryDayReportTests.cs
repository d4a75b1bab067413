using HealthCode.Tests.Support;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>逐日数字.</summary>
public sealed class EveryDayReportTests
{
    [Fact]
    public async Task Each_day_with_figures_is_one_row_and_nobody_is_named()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.HandOverAsync(await server.IssueAsync(2));
        server.Clock.SetTo(JobRuns.At("2020-03-09 10:00"));
        await server.IssueAsync(1, from: 10);
        var office = await server.InDbAsync(db => db.Offices.SingleAsync());
        var scope = new ReportScope(new(2020, 3, 1), new(2020, 3, 9), JobRuns.At("2020-03-09 18:00")) { OfficeCode = office.Code };

        var rows = await server.InDbAsync(async db =>
        {
            List<object?[]> read = [];
            await foreach (var row in (await new EveryDayReport().TableAsync(db, scope)).Rows)
            {
                read.Add(row);
            }

            return read;
        });

        // 村居, 日期, 申报, 符合, 不予办理, 退回, 体温异常, 打印, 盖章, 发放, 补打, 停用, 返乡登记.
        Assert.Equal(
            [[office.OfficialName, new DateOnly(2020, 3, 5), 2, 2, 0, 0, 0, 2, 2, 2, 0, 0, 0], [office.OfficialName, new DateOnly(2020, 3, 9), 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
            rows);
    }
}
