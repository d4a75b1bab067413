using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Seals;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Reports;

/// <summary>库存日结.</summary>
public sealed class StockDayReportTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_left_in_the_evening_is_there_in_the_morning()
    {
        await EnterAsync(StockEntryKind.Received, 100, 1);
        await EnterAsync(StockEntryKind.Spoiled, 3, 1);
        await EnterAsync(StockEntryKind.Counted, 95, 2);
        await EnterAsync(StockEntryKind.Received, 50, 5);

        var sheet = await DrawAsync(new(2020, 3, 2), new(2020, 3, 5));

        Assert.Empty(sheet.Faults);
        Assert.Equal(
            [["1", "2020-03-02", "A6 卡纸", "97", "0", "0", "0", "-2", "=D4+E4+H4-F4-G4→95"], ["2", "2020-03-05", "A6 卡纸", "95", "50", "0", "0", "0", "=D5+E5+H5-F5-G5→145"]],
            sheet.Body);
        Assert.Equal((50, -2), (sheet.Total("领入"), sheet.Total("清点盈亏")));
    }

    [Fact]
    public async Task Sheets_the_printer_used_count_on_the_day_they_were_checked()
    {
        await EnterAsync(StockEntryKind.Received, 10, 4);
        var ids = await _server.IssueAsync(3);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            var cards = await db.Passes.Where(pass => ids.Contains(pass.Id)).OrderBy(pass => pass.Number).ToListAsync();
            var run = PrintRun.Begin(office, PrintProduct.Cards("a6", "A6", "A6 卡纸", 1), cards, 1, false, "窗口一", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today);
            db.PrintRuns.Add(run);
            run.FinishLayout();
            run.Check([2], cards, office, LawfulCase.Now, LawfulCase.Today);
        }));

        Assert.Equal(
            ["2", "2020-03-05", "A6 卡纸", "10", "0", "2", "1", "0", "=D5+E5+H5-F5-G5→7"],
            (await DrawAsync(new(2020, 3, 1), LawfulCase.Today)).Body[1]);
    }

    private Task EnterAsync(StockEntryKind kind, int sheets, int day) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var (office, on, by) = (await db.Offices.SingleAsync(), new DateOnly(2020, 3, day), LawfulCase.Clerk);
        db.StockEntries.Add(kind switch
        {
            StockEntryKind.Received => StockEntry.Receive(office, "A6 卡纸", sheets, "", by, LawfulCase.Now, on),
            StockEntryKind.Spoiled => StockEntry.Spoil(office, "A6 卡纸", sheets, "", by, LawfulCase.Now, on),
            _ => StockEntry.Count(office, "A6 卡纸", sheets, 97, "少两张", by, LawfulCase.Now, on),
        });
    }));

    private Task<Spreadsheet> DrawAsync(DateOnly first, DateOnly last) => _server.InDbAsync(async db =>
    {
        using var file = new MemoryStream();
        var (report, scope) = (new StockDayReport(), new ReportScope(first, last, LawfulCase.Now));
        await ReportWorkbook.WriteAsync(report, await report.TableAsync(db, scope), scope, new("样例村", LawfulCase.Now, "李录入", "", LawfulCase.Pack), file);
        file.Position = 0;
        return Spreadsheet.Open(file);
    });
}
