using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Hosting.Demo;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>What a clerk waits for after handing in a market day's heap, and everybody else with him: it is one transaction.</summary>
internal sealed class ImportRuns : IBenchmark
{
    private const int Rows = 10_000;
    private const double LimitSeconds = 10;

    public string Name => "imports";

    public string Purpose => "10,000 rows of 申报批量录入, 居民名册, 健康打卡 and 官方结果, checked, numbered, indexed, audited and committed";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await ReportAsync(output, server, new DeclarationImport(), ImportSheet.Declaration);
        await ReportAsync(output, server, new ResidentImport(), ImportSheet.Resident);
        await ReportAsync(output, server, new ResidentImport(), cells => ImportSheet.Resident(cells).With("村民小组", "12组"), "again, every row changed");
        await ReportAsync(output, server, new CheckInImport(), person => CheckIn(person, "20200305"));
        await ReportAsync(output, server, new CheckInImport(), person => CheckIn(person, "20200304").With("当天谁告诉的", "本人").With("当天几点", "9:30"), "again, of the day before");
        await ReportAsync(output, server, new OfficialResultImport(), Official);
        var (papers, people) = await server.InDbAsync(async db => (await db.Declarations.CountAsync(), await db.Residents.CountAsync()));
        await output.WriteLineAsync($"{papers} declarations and {people} residents are in the database: {(papers == Rows && people == Rows ? "all" : "not all")}");
    }

    private static ImportCells CheckIn(Person person, string day) => new(new Dictionary<string, string>
    {
        ["证件号码"] = person.Document.Number, ["打卡日期"] = day, ["方式"] = "上门", ["体温"] = "36.5", ["是否正常"] = "正常",
    });

    private static ImportCells Official(Person person) => new(new Dictionary<string, string>
    {
        ["证件号码"] = person.Document.Number, ["姓名"] = person.Name.Value, ["官方结果"] = "绿码", ["看到日期"] = "20200305", ["看到时间"] = "8:15", ["同意人"] = "本人",
    });

    private static async Task ReportAsync(TextWriter output, OfficeServer server, Import import, Func<Person, ImportCells> sheet, string remark = "")
    {
        var residents = new DemoResidents(new(2020, 3, 5), 0);
        var rows = Enumerable.Range(2, Rows * 11 / 10).Select(_ => residents.Next()).DistinctBy(person => person.Key).Take(Rows)
            .Select((person, i) => new ImportRow(i + 2, sheet(person).Cells)).ToList();
        var told = new List<int>();
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        await server.TakeInAsync(import, rows, told.Add);
        watch.Stop();
        if (rows.SelectMany(row => row.Faults).FirstOrDefault() is { Sentence: { } fault })
        {
            throw new InvalidOperationException(fault);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{import.Code} {remark}: {rows.Count} rows in {watch.Elapsed.TotalSeconds:F2} s, told {told.Count} times, {(GC.GetTotalAllocatedBytes() - before) >> 20} MB allocated (limit {LimitSeconds:F0} s: {(watch.Elapsed.TotalSeconds <= LimitSeconds ? "kept" : "missed")})"));
    }
}
