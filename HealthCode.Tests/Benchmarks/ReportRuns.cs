using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HealthCode.Tests.Support;
using HealthCode.Web.Reports;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>A ledger of 100,000 rows as .xlsx through HTTP, and a day's figures out of 200,000 declarations.</summary>
internal sealed class ReportRuns : IBenchmark
{
    private const int Declarations = 200_000;
    private const int Cards = 100_000;
    private const int Days = 60;
    private const int Rounds = 5;
    private const double LimitPassesSeconds = 3;
    private const double LimitDeclarationsSeconds = 8;
    private const double LimitGrowthMegabytes = 120;
    private const double LimitDayMilliseconds = 300;
    private const int YardstickCells = 10;
    private const double YardstickSeconds = 1.3;

    public string Name => "reports";

    public string Purpose => "健康通行卡台账 of 100,000 rows through HTTP: time and growth of memory; 日报表 over 200,000 declarations";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true);
        var office = await server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var first = LawfulCase.Today.AddDays(1 - Days);
        await LayOutAsync(server, first);
        var browser = await server.SignedInUserAsync("tongji", office, Roles.Clerk);

        List<double> times = [];
        var processor = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            // What the first compiles is not the report's.
            processor = round == 1 ? Environment.CpuUsage.TotalTime.TotalSeconds : processor;
            var watch = Stopwatch.StartNew();
            await server.InDbAsync(async db => await new DailyReport().TableAsync(db, new(LawfulCase.Today, LawfulCase.Today, LawfulCase.Now) { OfficeCode = office }));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        await output.WriteLineAsync(Line($"日报表 over {Declarations} declarations, {Declarations / Days} of them that day: first {times[0]:F0} ms, median {times.Order().ElementAt(Rounds / 2):F0} ms (limit {LimitDayMilliseconds:F0} ms: {Kept(times.Order().ElementAt(Rounds / 2) <= LimitDayMilliseconds)}), of processor time {(Environment.CpuUsage.TotalTime.TotalSeconds - processor) / (Rounds - 1) * 1000:F0} ms each"));

        var yardstick = Yardstick();
        await output.WriteLineAsync(Line($"yardstick: the Open XML SDK alone writes {Cards} × {YardstickCells} cells in {yardstick:F2} s here, in {YardstickSeconds:F1} s where the limits were set"));

        // One small one first: what the first page of the day costs belongs to no report.
        await FetchAsync(browser, "passes", LawfulCase.Today, LawfulCase.Today);
        foreach (var (code, name, rows, limit) in ((string, string, int, double)[])[("passes", "健康通行卡台账", Cards, LimitPassesSeconds), ("declarations", "申报台账", Declarations, LimitDeclarationsSeconds)])
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().WorkingSet64;
            using var watching = new CancellationTokenSource();
            var peak = WatchAsync(watching.Token);
            processor = Environment.CpuUsage.TotalTime.TotalSeconds;
            var watch = Stopwatch.StartNew();
            var bytes = await FetchAsync(browser, code, first, LawfulCase.Today);
            var seconds = watch.Elapsed.TotalSeconds;
            processor = Environment.CpuUsage.TotalTime.TotalSeconds - processor;
            await watching.CancelAsync();
            var growth = (await peak - before) / 1e6;
            await output.WriteLineAsync(Line($"{name} of {rows} rows through HTTP: {seconds:F2} s (limit {limit:F0} s: {Kept(seconds <= limit)}), of processor time {processor:F2} s, {bytes / 1e6:F1} MB, memory grows by {growth:F0} MB (limit {LimitGrowthMegabytes:F0} MB: {Kept(growth <= LimitGrowthMegabytes)})"));
        }
    }

    /// <summary>One lawful case, copied in the database as often as needed: 200,000 through the domain would take an hour.</summary>
    private static async Task LayOutAsync(OfficeServer server, DateOnly first)
    {
        var id = (await server.IssueAsync(1)).Single();
        await server.HandOverAsync(id);
        await server.InDbAsync(async db =>
        {
            await CopyAsync(db, "Declarations", Declarations, ("Number", "printf('%s-%06d', strftime('%Y%m%d', {day}), i)"), ("FormKey", "'k' || i"), ("PersonKey", "'18:' || i"), ("SubmittedOn", "{day}"));
            await CopyAsync(db, "DeclarationVersions", Declarations, ("DeclarationId", "(SELECT min(Id) FROM Declarations) + i"), AtOfDay("At"));
            await CopyAsync(db, "ReviewDecisions", Declarations, ("DeclarationId", "(SELECT min(Id) FROM Declarations) + i"), ("DecidedOn", "{day}"), AtOfDay("At"));
            await CopyAsync(db, "Passes", Cards, ("Number", "printf('640104001201%08d', i)"), ("DeclarationId", "(SELECT min(Id) FROM Declarations) + i"), ("PersonKey", "'18:' || i"), ("FirstDay", "{day}"), ("LastDay", "date({day}, '+14 days')"), AtOfDay("PrintedAt"), AtOfDay("StampedAt"), AtOfDay("HandedOverAt"));
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        });

        static (string Column, string Value) AtOfDay(string column) => (column, $"{{day}} || substr({column}, 11)");

        async Task CopyAsync(DbContext db, string table, int count, params (string Column, string Value)[] changed)
        {
            var day = $"date('{first:yyyy-MM-dd}', '+' || (i % {Days}) || ' days')";
            var columns = await db.Database.GetDbConnection().ColumnsAsync(table);
            var values = columns.Select(column => changed.FirstOrDefault(each => each.Column == column).Value?.Replace("{day}", day, StringComparison.Ordinal) ?? $"\"{column}\"");
#pragma warning disable EF1002 // names of our own tables
            await db.Database.ExecuteSqlRawAsync($"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
                INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
                SELECT {string.Join(", ", values)} FROM n, (SELECT * FROM "{table}" ORDER BY Id LIMIT 1)
                """);
#pragma warning restore EF1002
        }
    }

    /// <summary>How fast this machine is now: the same rows of text, written by the SDK and asked of no database. The second time counts.</summary>
    private static double Yardstick() => Enumerable.Range(0, 2).Select(_ =>
    {
        var watch = Stopwatch.StartNew();
        using var file = new MemoryStream();
        using var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        using var writer = OpenXmlWriter.Create(book.AddWorkbookPart().AddNewPart<WorksheetPart>());
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        for (var row = 0; row < Cards; row++)
        {
            writer.WriteStartElement(new Row());
            for (var cell = 0; cell < YardstickCells; cell++)
            {
                writer.WriteElement(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text("6401 0400 1201 0000 0123")) });
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Close();
        return watch.Elapsed.TotalSeconds;
    }).Last();

    private static async Task<long> FetchAsync(OfficeBrowser browser, string code, DateOnly first, DateOnly last)
    {
        using var answer = await browser.Http.GetAsync($"/Reports?handler=File&report={code}&firstDay={first:yyyyMMdd}&lastDay={last:yyyyMMdd}", HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
        return answer.Content.Headers.ContentLength ?? 0;
    }

    private static Task<long> WatchAsync(CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var peak = 0L;
            using var self = Process.GetCurrentProcess();
            while (!cancellationToken.IsCancellationRequested)
            {
                self.Refresh();
                peak = Math.Max(peak, self.WorkingSet64);
                await Task.Delay(50, CancellationToken.None);
            }

            return peak;
        },
        CancellationToken.None);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Kept(bool kept) => kept ? "kept" : "missed";
}
