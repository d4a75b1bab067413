using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>The registers of an office with 200,000 entries: a row of each grid, a timeline of 500 lines, a sheet of 10,000 rows.</summary>
internal sealed class Registers : IBenchmark
{
    private const int People = 3_000;
    private const int Entries = 200_000;
    private const int SheetRows = 10_000;
    private const int Lines = 500;
    private const double RowLimit = 50;
    private const double TimelineLimit = 80;
    private const double SheetLimit = 8;
    private const int Tips = 5_000;
    private const double BoardLimit = 100;

    public string Name => "registers";

    public string Purpose => "a row of each register's grid with 200,000 entries, a timeline of 500 lines, the overdue board of 5,000 tips, a sheet of 10,000 purchases";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync(onPort: true, pack: Hainan.Pack);
        var residents = await server.AddResidentsAsync(People);
        var clerk = await server.ClerkAsync();
        Dictionary<RegisterKind, long?> facilities = new() { [RegisterKind.Returnees] = null };
        foreach (var kind in Enum.GetValues<RegisterKind>().Where(kind => kind != RegisterKind.Returnees))
        {
            facilities[kind] = await server.AddFacilityAsync(kind);
        }

        var watch = Stopwatch.StartNew();
        await FillAsync(server, clerk, facilities);
        var all = await server.InDbAsync(db => db.RegisterEntries.CountAsync());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{all} entries laid out in {watch.Elapsed.TotalSeconds:F0} s"));
        foreach (var (kind, facility) in facilities)
        {
            await ReportAsync(output, $"grid row {kind} through HTTP", await RowsAsync(clerk, kind, facility), RowLimit, percentiles => percentiles.P99, "p99");
        }

        await FollowAsync(server, residents[0]);
        await ReportAsync(output, "timeline of 500 lines through HTTP", await TimesAsync(200, async _ => await GetAsync(clerk, $"/Residents/Timeline/{residents[0]}")), TimelineLimit, percentiles => percentiles.P95, "p95");
        await ReportAsync(output, "person page through HTTP", await TimesAsync(200, async _ => await GetAsync(clerk, $"/Residents/Details/{residents[0]}")), TimelineLimit, percentiles => percentiles.P95, "p95");

        await FillTipsAsync(server);
        await ReportAsync(output, "overdue board of 5,000 tips through HTTP", await TimesAsync(200, async _ => await GetAsync(clerk, "/Tips")), BoardLimit, percentiles => percentiles.P95, "p95");

        var rows = ImportSheet.Rows(Enumerable.Range(0, SheetRows).Select(i => new ImportCells(new Dictionary<string, string>
        {
            ["药店"] = "椰林药店", ["购药日期"] = $"202002{1 + (i / People):00}", ["购药人姓名"] = RegisterCase.Name(i % People), ["购药人身份证号"] = RegisterCase.Number(i % People), ["药品名称和数量"] = "退热贴 2，止咳糖浆 1",
        })));
        watch.Restart();
        await server.TakeInAsync(new RegisterImport(RegisterKind.Medicines), rows);
        var took = watch.Elapsed.TotalSeconds;
        if (rows.SelectMany(row => row.Faults).FirstOrDefault() is { } fault)
        {
            throw new InvalidOperationException(fault.Sentence);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{SheetRows} rows taken in: {took:F1} s (limit {SheetLimit:F0} s: {(took <= SheetLimit ? "kept" : "missed")})"));
    }

    private static async Task<List<TimeSpan>> RowsAsync(OfficeBrowser clerk, RegisterKind kind, long? facility)
    {
        await clerk.OpenAsync($"/Registers/{kind}/Grid");
        var token = clerk.MainFields().First(field => field.Key == WebForm.Token).Value;
        return await TimesAsync(300, async i =>
        {
            var cells = new Dictionary<RegisterField, string> { [RegisterField.Name] = RegisterCase.Name(i + 100), [RegisterField.DocumentNumber] = RegisterCase.Number(i + 100) };
            foreach (var (field, typed) in Cells(kind))
            {
                cells[field] = typed;
            }

            using var content = new FormUrlEncodedContent(
            [
                new(WebForm.Token, token), new("Input.FacilityId", $"{facility}"), new("Input.Day", "3.5"), .. cells.Select(cell => KeyValuePair.Create($"Input.Rows[0].Cells[{cell.Key}]", cell.Value)),
            ]);
            using var answer = await clerk.Http.PostAsync(new Uri($"/Registers/{kind}/Grid?handler=Row", UriKind.Relative), content);
            return (await answer.Content.ReadAsStringAsync()) == """{"sentences":[]}""" ? 1 : 0;
        });
    }

    private static IEnumerable<(RegisterField Field, string Typed)> Cells(RegisterKind kind) => kind switch
    {
        RegisterKind.Returnees => [(RegisterField.Origin, "1"), (RegisterField.ArrivedOn, "3.5"), (RegisterField.IsolationFrom, "3.5")],
        RegisterKind.Work => [(RegisterField.Result, "1"), (RegisterField.ResultSeenOn, "3.5"), (RegisterField.Consent, "本人")],
        RegisterKind.FeverClinic => [(RegisterField.Temperature, "38.2"), (RegisterField.ParentName, "马建国")],
        _ => [(RegisterField.Drugs, "退热贴 2")],
    };

    /// <summary>One entry of each register, copied: what is encrypted is bound to its column, not to its row. Its person has the last number of the roster.</summary>
    private static async Task FillAsync(OfficeServer server, OfficeBrowser clerk, Dictionary<RegisterKind, long?> facilities)
    {
        foreach (var (kind, facility) in facilities)
        {
            var id = await server.KeyedAsync(clerk, kind, facility, People - 1, [.. Cells(kind).Where(cell => cell.Field != RegisterField.IsolationFrom)]);
            await server.InDbAsync(async db =>
            {
                await db.Database.ExecuteSqlAsync($"""
                    WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Entries / 4})
                    INSERT INTO "RegisterEntries" ("OfficeCode", "Kind", "Number", "SlipNumber", "FacilityId", "On", "Content", "PersonKey", "SubjectKey", "Pending", "PendingOn", "IsolationEndedOn", "EnteredBy", "EnteredAt", "Version", "Former", "VoidedOn")
                    SELECT "OfficeCode", "Kind", n, "SlipNumber", "FacilityId", date('2020-02-01', (n % 30) || ' days'), "Content", "PersonKey" || n, "SubjectKey" || n, "Pending", "PendingOn", "IsolationEndedOn", "EnteredBy", "EnteredAt", "Version", "Former", "VoidedOn"
                    FROM "RegisterEntries", numbers WHERE "Id" = {id}
                    """);
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO "RegisterKeys" ("Key", "OfficeCode", "EntryId")
                    SELECT keys."Key", keys."OfficeCode", entries."Id" FROM "RegisterKeys" keys, "RegisterEntries" entries WHERE keys."EntryId" = {id} AND entries."Id" > {id}
                    """);
                await db.Database.ExecuteSqlAsync($"""UPDATE "Series" SET "Last" = {Entries / 4} WHERE "Name" LIKE {"register " + kind + "%"}""");
            });
        }
    }

    private static Task FollowAsync(OfficeServer server, long residentId) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var (office, resident) = (await db.Offices.SingleAsync(), await db.Residents.SingleAsync(each => each.Id == residentId));
        var status = db.HealthStatuses.Add(HealthStatus.Of(resident)).Entity;
        var content = new CheckInContent { NoSymptoms = true, Exposures = Hainan.Pack.HealthCode.CheckIn.Exposures.ToDictionary(question => question.Code, _ => ExposureAnswer.No) };
        for (var i = 0; i < Lines - 200; i++)
        {
            db.CheckIns.Add(DailyCheckIn.Enter(resident, status, null, server.Today.AddDays(-1 - i), CheckInChannel.Phone, content, new("女儿", server.Now.AddDays(-1 - i)), [], office.RulesOn(server.Today), LawfulCase.Clerk, server.Now));
        }

        for (var i = 0; i < 200; i++)
        {
            db.Visits.Add(FollowUpVisit.Note(resident, VisitOutcome.Reached, "", server.Now.AddHours(-1 - i), LawfulCase.Clerk, server.Now));
        }
    }));

    private static async Task FillTipsAsync(OfficeServer server)
    {
        var office = await server.InDbAsync(db => db.Offices.SingleAsync());
        await server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            for (var i = 0; i < Tips; i++)
            {
                db.Tips.Add(TipCase.At((TipState)(1 + (i % 4)), number: i + 1, office: office));
            }

            return Task.CompletedTask;
        }));
    }

    private static async Task<int> GetAsync(OfficeBrowser clerk, string address)
    {
        using var answer = await clerk.Http.GetAsync(new Uri(address, UriKind.Relative));
        return answer.IsSuccessStatusCode ? 1 : 0;
    }

    private static async Task<List<TimeSpan>> TimesAsync(int times, Func<int, Task<int>> work)
    {
        List<TimeSpan> measured = [];
        for (var i = -10; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            if (await work(i + 10) == 0)
            {
                throw new InvalidOperationException($"number {i} did nothing");
            }

            if (i >= 0)
            {
                measured.Add(Stopwatch.GetElapsedTime(began));
            }
        }

        return measured;
    }

    private static Task ReportAsync(TextWriter output, string what, List<TimeSpan> times, double limit, Func<Percentiles, double> figure, string name)
    {
        var percentiles = Percentiles.Of(times);
        return output.WriteLineAsync($"{what}: {percentiles} (limit {name} {limit:F0} ms: {(figure(percentiles) <= limit ? "kept" : "missed")})");
    }
}
