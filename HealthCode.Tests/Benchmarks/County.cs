using System.Diagnostics;
using System.Globalization;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Benchmarks;

/// <summary>
/// A county on one server, on each engine: 1,200,000 declarations and cards of 300 offices of the last months, 300 clerks signed in.
/// The mix, all at once and by the clock, whether or not earlier requests are answered: 20 forms a second handed in whole by the clerks in turn, 10 searches a second by a clerk in his office
/// (one in eight each by name, surname, initials, first initial, last four digits, whole number, given name, number of the form), 100 scans a second at 100 gates, and every ten seconds the
/// 乡镇汇总 of a township of 30 offices over all days. The generator has the same cores as the server; the night's jobs do not run.
/// Then 32 clerks without a pause, in the county and in a village, beside the commits of the same disk; and where the time of one save goes.
/// </summary>
internal sealed class County : IBenchmark
{
    /// <summary>What one types.</summary>
    public const string Word = "county";

    private const int Rows = 1_200_000;
    private const int Offices = 300;
    private const int Clerks = 300;
    private const int Guards = 100;
    private const int VillageRows = 4_000;
    private const int AtOnce = 32;
    private const int Searches = 600;

    // A county's database has read its indexes long since; the bench has just started it.
    private const int FirstSearches = 600;

    private const int Profiled = 300;
    private static readonly TimeSpan Saturated = TimeSpan.FromSeconds(12);

    // Until what every request runs is compiled for good, which takes a server that has just started half a minute.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, string> _options = [];
    private readonly List<(string What, string Engine, string Figure)> _figures = [];

    /// <param name="options"><c>--rows N</c>, <c>--seconds N</c>, <c>--engine sqlite</c> or <c>postgres</c>, and <c>--keep FOLDER</c>: what was filled there before is taken again.</param>
    public County(params string[] options)
    {
        for (var i = 0; i + 1 < options.Length; i += 2)
        {
            _options[options[i].TrimStart('-')] = options[i + 1];
        }

        if (options.Length % 2 != 0 || _options.Keys.Except(["rows", "seconds", "engine", "keep"]).Any())
        {
            throw new ArgumentException("county takes --rows N, --seconds N, --engine sqlite|postgres, --keep FOLDER");
        }
    }

    public string Name => Word;

    public string Purpose => "1,200,000 forms and cards of 300 offices on one server, on both engines: saves, searches, scans and sums at once; saves without a pause beside the disk's commits";

    private TimeSpan Measured => TimeSpan.FromSeconds(int.Parse(_options.GetValueOrDefault("seconds", "60"), CultureInfo.InvariantCulture));

    public async Task RunAsync(TextWriter output)
    {
        var engines = _options.TryGetValue("engine", out var only) ? [only] : (string[])["sqlite", "postgres"];
        foreach (var engine in engines)
        {
            if (engine == "postgres" && !PostgresCluster.IsInstalled)
            {
                await output.WriteLineAsync("PostgreSQL is not installed here: Debian calls it postgresql.");
                continue;
            }

            await MeasureAsync(engine == "postgres", output);
        }

        await TableAsync(output);
    }

    private async Task MeasureAsync(bool postgres, TextWriter output)
    {
        var keep = _options.TryGetValue("keep", out var kept) ? Directory.CreateDirectory(Path.Combine(Path.GetFullPath(kept), postgres ? "postgres" : "sqlite")).FullName : null;
        var root = keep ?? Directory.CreateTempSubdirectory("healthcode-county-").FullName;
        // PostgreSQL, which runs as a user of its own, passes through.
        if (postgres && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        using var cluster = postgres ? PostgresCluster.Create(durable: true, keptIn: keep is null ? null : Path.Combine(keep, "cluster")) : null;
        try
        {
            var rows = int.Parse(_options.GetValueOrDefault("rows", Rows.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
            var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);
            var county = DatabaseOf("county", root, cluster);
            var plan = await CountyFill.FillAsync(county, new(rows, Offices, today), Clerks, Guards, output);
            await MeasureCountyAsync(county, plan, output);
            var village = DatabaseOf("village", root, cluster);
            var small = await CountyFill.FillAsync(village, new(Math.Min(rows, VillageRows), 1, today), AtOnce, 1, output);
            await MeasureVillageAsync(village, small, output);
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(root, recursive: true);
            }
        }
    }

    private static CountyDatabase DatabaseOf(string name, string root, PostgresCluster? cluster)
    {
        var database = new CountyDatabase(cluster is null ? "SQLite" : "PostgreSQL", Directory.CreateDirectory(Path.Combine(root, name)).FullName, cluster?.ConnectionString(name));
        if (cluster is not null && !File.Exists(database.Marker))
        {
            cluster.Execute($"DROP DATABASE IF EXISTS \"{name}\"");
            cluster.Execute($"CREATE DATABASE \"{name}\"");
        }

        return database;
    }

    private async Task MeasureCountyAsync(CountyDatabase database, CountyPlan plan, TextWriter output)
    {
        IReadOnlyList<string> codes;
        int before;
        await using (var server = database.Beside(TimeProvider.System.GetUtcNow()))
        {
            await ReportAsync(output, database, "search in the database", await SearchAsync(server, plan), 95, 10);
            codes = await CountyDesks.CodesAsync(server, plan, Guards);
            before = await server.InDbAsync(db => db.Declarations.CountAsync());
        }

        database.CloseConnections();
        var watch = Stopwatch.StartNew();
        int saved;
        using (var program = await database.StartAsync())
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{database.Engine}: the program answers after {watch.Elapsed.TotalSeconds:F1} s"));
            watch.Restart();
            using var desks = await CountyDesks.OpenAsync(plan, program, Clerks, codes);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{database.Engine}: {Clerks + Guards + 1} people signed in in {watch.Elapsed.TotalSeconds:F0} s"));
            await ProveAsync(database, desks);
            await MixAsync(output, database, program, desks);
            await SaturateAsync(output, database, "county", desks);
            saved = desks.Saved;
            await program.KillAsync();
        }

        await using (var server = database.Beside(TimeProvider.System.GetUtcNow()))
        {
            var added = await server.InDbAsync(db => db.Declarations.CountAsync()) - before;
            await output.WriteLineAsync($"{database.Engine}: {added} forms were added, as many as were acknowledged: {(added == saved ? "yes" : $"no, {saved}")}");
        }

        await ProfileAsync(output, database, "county");
    }

    private async Task MeasureVillageAsync(CountyDatabase database, CountyPlan plan, TextWriter output)
    {
        IReadOnlyList<string> codes;
        await using (var server = database.Beside(TimeProvider.System.GetUtcNow()))
        {
            codes = await CountyDesks.CodesAsync(server, plan, 1);
        }

        database.CloseConnections();
        using (var program = await database.StartAsync())
        {
            using var desks = await CountyDesks.OpenAsync(plan, program, AtOnce, codes);
            await SaturateAsync(output, database, "village", desks);
            await program.KillAsync();
        }

        await ProfileAsync(output, database, "village");
    }

    private static async Task ProveAsync(CountyDatabase database, CountyDesks desks)
    {
        await using var server = database.Beside(TimeProvider.System.GetUtcNow());
        await desks.ProveAsync(server);
    }

    private static async Task<List<TimeSpan>> SearchAsync(OfficeServer server, CountyPlan plan)
    {
        var chance = new Random(63);
        List<TimeSpan> times = [];
        for (var i = -FirstSearches; i < Searches; i++)
        {
            var office = chance.Next(plan.Offices);
            var text = CountyDesks.TextFor(plan, chance, office);
            var (found, took) = await server.InDbAsync(
                async db =>
                {
                    var began = Stopwatch.GetTimestamp();
                    return ((await db.FindDeclarationsAsync(text)).Count, Stopwatch.GetElapsedTime(began));
                },
                new UserOf(CountyPlan.CodeOf(office).Value));
            if (found == 0)
            {
                throw new InvalidOperationException($"'{text}' found nobody");
            }

            if (i >= 0)
            {
                times.Add(took);
            }
        }

        return times;
    }

    private async Task MixAsync(TextWriter output, CountyDatabase database, RealProgram program, CountyDesks desks)
    {
        (string What, Arrivals Arrivals, int Percent, double Limit)[] mix =
        [
            ("saves", new(20, desks.SaveAsync), 99, 100),
            ("searches through HTTP", new(10, desks.SearchAsync), 95, 25),
            ("checks", new(100, desks.CheckAsync), 95, 30),
            ("乡镇汇总 of 30 offices", new(0.1, desks.SumAsync, regular: true), 95, 1_000),
        ];
        // Compiled before it counts, as on any day but the first.
        await desks.SumAsync(0);
        var processor = program.ProcessorSeconds;
        await Task.WhenAll(mix.Select(each => each.Arrivals.RunAsync(0, WarmUp + Measured)));
        processor = program.ProcessorSeconds - processor;
        foreach (var (what, arrivals, percent, limit) in mix)
        {
            await ReportAsync(output, database, what, arrivals.TimesAfter(WarmUp), percent, limit, Measured);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{database.Engine}: the mix took {100 * processor / (WarmUp + Measured).TotalSeconds:F0} % of one core of the server's program, {program.Memory.Own / 1_000_000} MB"));
    }

    private async Task SaturateAsync(TextWriter output, CountyDatabase database, string size, CountyDesks desks)
    {
        // Before and after: what else the machine does falls on both.
        var before = await RawAsync(output, database);
        var (perSecond, times, processor) = await desks.SaturateAsync(1_000_000, AtOnce, WarmUp, Saturated);
        var raw = (before + await RawAsync(output, database)) / 2;
        Note($"{size}: raw commits/s", database, raw.ToString("F0", CultureInfo.InvariantCulture));
        var share = raw / perSecond;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{database.Engine}, {size}: {AtOnce} clerks without a pause: {perSecond:F0} saves/s, {times}, {processor:F2} ms of processor each in the program; 1/{share:F1} of the disk's commits (limit 1/12: {(share <= 12 ? "kept" : "missed")})"));
        Note($"{size}: saves/s without a pause (1/12 of raw)", database, string.Create(CultureInfo.InvariantCulture, $"{perSecond:F0} (1/{share:F1})"));
    }

    private static async Task<double> RawAsync(TextWriter output, CountyDatabase database)
    {
        await output.WriteAsync($"{database.Engine}: raw: ");
        return await database.CommitsAsync(output);
    }

    /// <summary>One clerk, one form after another, in this process, so that the phases can be told apart.</summary>
    private static async Task ProfileAsync(TextWriter output, CountyDatabase database, string size)
    {
        var profile = new SaveProfile();
        await using var server = database.Beside(TimeProvider.System.GetUtcNow(), profile.AddTo);
        var browser = await server.SignedInAsync(CountyFill.ClerkOf(0));
        await browser.OpenAsync("/Declarations/Create");
        var whole = TimeSpan.Zero;
        for (var i = -Profiled; i < Profiled; i++)
        {
            if (i == 0)
            {
                profile.Clear();
            }

            var form = browser.FieldsWith(PaperForm.Filled, [.. Villager.At(10_000 + i), ("SignedOn", $"{server.Today:yyyyMMdd}"), ("TravelOn", $"{server.Today.AddDays(1):yyyyMMdd}"), ("FormKey", Guid.NewGuid().ToString("n"))]);
            using var content = new FormUrlEncodedContent(form);
            var began = Stopwatch.GetTimestamp();
            using var answer = await browser.Http.PostAsync("/Declarations/Create", content);
            whole += i < 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(began);
            if (answer.StatusCode != System.Net.HttpStatusCode.Found)
            {
                throw new InvalidOperationException($"a save answered {answer.StatusCode}");
            }
        }

        await output.WriteLineAsync($"{database.Engine}, {size}: where the time of a save goes");
        foreach (var line in profile.Lines(Profiled, whole))
        {
            await output.WriteLineAsync(line);
        }
    }

    private async Task ReportAsync(TextWriter output, CountyDatabase database, string what, List<TimeSpan> times, int percent, double limit, TimeSpan? during = null)
    {
        var percentiles = Percentiles.Of(times);
        var figure = percent == 99 ? percentiles.P99 : percentiles.P95;
        var rate = during is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{times.Count / seconds.TotalSeconds:F1} a second, ") : "";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{database.Engine}: {what}: {rate}{percentiles} (limit p{percent} {limit:F0} ms: {(figure <= limit ? "kept" : "missed")})"));
        Note($"{what}, p{percent} in ms ({limit:F0})", database, figure.ToString("F2", CultureInfo.InvariantCulture));
    }

    private void Note(string what, CountyDatabase database, string figure) => _figures.Add((what, database.Engine, figure));

    /// <summary>Both engines beside each other. Columns without units: the lines above are what is compared between commits.</summary>
    private async Task TableAsync(TextWriter output)
    {
        var engines = _figures.Select(figure => figure.Engine).Distinct().ToList();
        await output.WriteLineAsync($"{"",-50}{string.Concat(engines.Select(engine => $"{engine,16}"))}");
        foreach (var line in _figures.GroupBy(figure => figure.What))
        {
            await output.WriteLineAsync($"{line.Key,-50}{string.Concat(engines.Select(engine => $"{line.LastOrDefault(figure => figure.Engine == engine).Figure,16}"))}");
        }
    }
}
