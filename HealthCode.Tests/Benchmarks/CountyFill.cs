using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using HealthCode.Web.Search;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Benchmarks;

/// <summary>
/// A county laid out in bulk: each form is made by the verbs of the domain, converted by the mappings of the model, encrypted with the office's data keys and chained into its audit; only the change
/// tracker and the statements row by row are left out. Offices, users, signing keys and the first two forms are made by the program itself.
/// </summary>
internal sealed class CountyFill
{
    private const int FormsOfChunk = 2_000;
    private const int ChunksAhead = 4;
    private const int RowsOfSeries = 400;
    private const int Looks = 200;
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(200);

    // What a form is put together from, once for each office.
    private readonly CountyPlan _plan;
    private readonly IReadOnlyList<Office> _offices;
    private readonly AuditTemplate _audit;
    private readonly IModel _model;
    private readonly First _first;
    private readonly EntityRows _declarations, _versions, _decisions, _passes, _keys, _records;

    private CountyFill(CountyPlan plan, IReadOnlyList<Office> offices, AuditTemplate audit, IModel model, First first)
    {
        (_plan, _offices, _audit, _model, _first) = (plan, offices, audit, model, first);
        (_declarations, _versions, _decisions) = (EntityRows.Of<Declaration>(model), EntityRows.Of<DeclarationVersion>(model), EntityRows.Of<ReviewDecision>(model));
        (_passes, _keys, _records) = (EntityRows.Of<HealthPass>(model), EntityRows.Of<SearchKey>(model), EntityRows.Of<AuditRecord>(model));
    }

    /// <summary>Sign-in name of an office's clerk.</summary>
    public static string ClerkOf(int office) => $"luru{office}";

    /// <summary>Sign-in name of the guard at an office's gate.</summary>
    public static string GuardOf(int guard) => $"zhishou{guard}";

    /// <summary>Sign-in name of the official of the first township.</summary>
    public const string Official = "xiangzhen";

    /// <summary>Fills an empty database, or takes the one that was filled before.</summary>
    /// <param name="database">The database.</param>
    /// <param name="plan">How many forms of how many offices; one that was filled before has its own day.</param>
    /// <param name="clerks">Clerks, in turn over the offices.</param>
    /// <param name="guards">Guards, in turn over the offices.</param>
    /// <param name="output">Where it is said how long it took.</param>
    /// <returns>The plan that it was filled by.</returns>
    public static async Task<CountyPlan> FillAsync(CountyDatabase database, CountyPlan plan, int clerks, int guards, TextWriter output)
    {
        if (File.Exists(database.Marker) && JsonSerializer.Deserialize<CountyPlan>(await File.ReadAllTextAsync(database.Marker)) is { } filled)
        {
            return filled.Rows == plan.Rows && filled.Offices == plan.Offices ? filled
                : throw new InvalidOperationException($"{database.Folder} has {filled.Rows} forms of {filled.Offices} offices");
        }

        var watch = Stopwatch.StartNew();
        var fill = await LayOutAsync(database, plan, clerks, guards);
        var laid = watch.Elapsed;
        var rows = await fill.FillAsync(database);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{database.Engine}: {plan.Forms} declarations and cards of {plan.Offices} offices laid out in {watch.Elapsed.TotalSeconds:F0} s, {laid.TotalSeconds:F0} s of it offices and users, {rows.Took.TotalSeconds:F0} s rows ({rows.Processor.TotalMilliseconds / plan.Forms:F2} ms of processor a form here), the rest indexes (limit 900 s: {(watch.Elapsed.TotalSeconds <= 900 ? "kept" : "missed")})"));
        await fill.ProveAsync(database, output);
        await File.WriteAllTextAsync(database.Marker, JsonSerializer.Serialize(plan));
        return plan;
    }

    /// <summary>What a person of the county writes on a form.</summary>
    public static DeclarationContent ContentOf(CountyPlan plan, Office office, int form) => ContentOf(office, plan.PersonOf(form), plan.DayOf(form));

    private static DeclarationContent ContentOf(Office office, int person, DateOnly day) => LawfulCase.Form with
    {
        Person = CountyPeople.At(person),
        Phone = CountyPeople.PhoneOf(person),
        Stays = [LawfulCase.Form.Stays[0] with { Address = string.Create(CultureInfo.InvariantCulture, $"{office.FullAddress}{1 + (person % 12)}组{1 + (person / 12 % 120)}号") }],
        DomicileAddress = office.FullAddress,
        Travel = LawfulCase.Form.Travel with { On = day.AddDays(1) },
        SignedOn = day,
    };

    /// <summary>What the program itself makes: offices with their signing keys, users, gates, and a person who goes the whole way twice.</summary>
    private static async Task<CountyFill> LayOutAsync(CountyDatabase database, CountyPlan plan, int clerks, int guards)
    {
        // Data keys are made today.
        await using var server = database.Beside(TimeProvider.System.GetUtcNow());
        var now = server.Clock.GetUtcNow();
        var offices = await server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(Enumerable.Range(0, plan.Offices).Select(i =>
        {
            var office = Office.Establish(
                CountyPlan.CodeOf(i), ["宁夏回族自治区", "银川市", "兴庆区", $"样例{1 + (i / CountyPlan.OfficesOfTownship)}镇", $"样例{1 + (i % CountyPlan.OfficesOfTownship)}村委会"], CommitteeKind.Village, Ningxia.Pack);
            office.SetNameAndPhones(office.OfficialName, office.Kind, "0951-1234567", "0951-12345");
            office.CountResidents(plan.PeopleOfOffice);
            return db.Offices.Add(office).Entity;
        }).ToList())));
        for (var i = 0; i < clerks; i++)
        {
            await server.AddUserAsync(ClerkOf(i), offices[i % offices.Count].Code, Roles.Clerk, Roles.Reviewer);
        }

        await server.AddUserAsync(Official, offices[0].Code[..9], Roles.TownshipOfficial);
        for (var i = 0; i < guards; i++)
        {
            await AddGuardAsync(server, GuardOf(i), offices[i % offices.Count].Code);
        }

        // A key signs no card that is older than itself.
        server.Clock.SetTo(new(plan.FirstDay.AddDays(-101).ToDateTime(new(9, 0)), TimeSpan.FromHours(8)));
        var keys = server.Services.GetRequiredService<SigningKeyStore>();
        foreach (var office in offices)
        {
            await server.InDbAsync(async db => await keys.OwnAsync(db, await db.Offices.SingleAsync(each => each.Code == office.Code)));
        }

        var template = await AuditTemplate.TakenAsync(server, offices[0].Code, ContentOf(offices[0], plan.Offices * plan.PeopleOfOffice, plan.FirstDay), plan.FirstDay.AddDays(-100));
        server.Clock.SetTo(now);
        return await server.InDbAsync(async db => new CountyFill(plan, offices, template, db.Model, new(
            1 + await db.Declarations.MaxAsync(each => each.Id), 1 + await db.Set<DeclarationVersion>().MaxAsync(each => each.Id), 1 + await db.Set<ReviewDecision>().MaxAsync(each => each.Id),
            1 + await db.Passes.MaxAsync(each => each.Id), await db.Passes.CountAsync())));
    }

    private static async Task AddGuardAsync(OfficeServer server, string name, string office)
    {
        var gate = await server.AddCheckpointAsync(office, $"{name}卡点");
        await using var scope = server.Services.CreateScopeFor(new SystemUser("bench"));
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        await scope.ServiceProvider.GetRequiredService<OfficeDb>().InOneTransactionAsync(() => accounts.OpenAsync(
            new() { UserName = name, StaffName = "测试" + name, OfficeScope = office, CheckpointId = gate.Id }, OfficeServer.Pin, [Roles.Guard]));
    }

    /// <returns>How long the rows took, and of the processor in this process.</returns>
    private async Task<Filling> FillAsync(CountyDatabase database)
    {
        await using var server = database.Beside(TimeProvider.System.GetUtcNow());
        await server.InDbAsync(db => db.InOneTransactionAsync(() => RaiseSeriesAsync(db)));
        var vault = server.Services.GetRequiredService<AuditChainKeyStore>();
        var head = vault.Head ?? throw new InvalidOperationException("the audit has begun");
        database.CloseConnections();
        using var process = Process.GetCurrentProcess();
        var (watch, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        Filling rows;
        await using (var writer = database.Writer())
        {
            await writer.BeginAsync([_declarations, _versions, _decisions, _passes, _keys, _records]);
            Queue<Task<Chunk>> ahead = [];
            for (var begin = 0; begin < _plan.Forms || ahead.Count > 0;)
            {
                while (begin < _plan.Forms && ahead.Count < ChunksAhead)
                {
                    var from = begin;
                    begin = Math.Min(begin + FormsOfChunk, _plan.Forms);
                    var count = begin - from;
                    ahead.Enqueue(Task.Run(() => server.InDbAsync(db => Task.FromResult(ChunkOf(db, from, count)))));
                }

                var chunk = await ahead.Dequeue();
                // Each is chained to the one before it.
                var audited = chunk.Audit.ConvertAll(record =>
                {
                    head = record.ChainTo(head, vault.Key);
                    return _records.Read(record);
                });
                await writer.WriteAsync(_declarations, chunk.Declarations);
                await writer.WriteAsync(_versions, chunk.Versions);
                await writer.WriteAsync(_decisions, chunk.Decisions);
                await writer.WriteAsync(_passes, chunk.Passes);
                await writer.WriteAsync(_keys, chunk.Keys);
                await writer.WriteAsync(_records, audited);
            }

            process.Refresh();
            rows = new(watch.Elapsed, process.TotalProcessorTime - processor);
            await writer.EndAsync();
        }

        vault.SaveHead(head);
        return rows;
    }

    private Chunk ChunkOf(OfficeDb db, int begin, int count)
    {
        var chunk = new Chunk([], [], [], [], [], []);
        for (var form = begin; form < begin + count; form++)
        {
            var (declaration, pass, at) = Made(form);
            var office = declaration.OfficeCode;
            chunk.Declarations.Add(_declarations.Read(declaration));
            foreach (var version in declaration.Versions)
            {
                chunk.Versions.Add(_versions.Read(version, ("Id", _first.Version + form), ("DeclarationId", declaration.Id)));
            }

            foreach (var decision in declaration.Decisions)
            {
                chunk.Decisions.Add(_decisions.Read(decision, ("Id", _first.Decision + form), ("DeclarationId", declaration.Id)));
            }

            chunk.Passes.Add(_passes.Read(pass, ("Id", _first.Pass + form)));
            chunk.Keys.AddRange(db.KeysOf(declaration).Union(db.KeysOf(pass)).Select(key => _keys.Read(new SearchKey { Key = key, OfficeCode = office, DeclarationId = declaration.Id })));
            var workstation = string.Create(CultureInfo.InvariantCulture, $"10.1.{_plan.OfficeOf(form) / 250}.{_plan.OfficeOf(form) % 250}");
            chunk.Audit.AddRange(_audit.Of(
                new(Clerk(form), office, workstation), new(Reviewer(form), office, workstation), declaration.Number, pass.Number, _plan.Earlier(form) is { } earlier ? NumberOfPass(earlier).Value : null, at));
        }

        return chunk;
    }

    /// <summary>The form and its card as they are today.</summary>
    private (Declaration Declaration, HealthPass Pass, DateTimeOffset[] At) Made(int form)
    {
        var (office, day, start) = (_offices[_plan.OfficeOf(form)], _plan.DayOf(form), _plan.AtOf(form));
        DateTimeOffset[] at = [.. Enumerable.Range(0, AuditTemplate.Steps).Select(step => start + (step * BetweenSteps))];
        var declaration = Declaration.Submit(
            office, DeclarationNumber.Of(day, _plan.NumberOf(form)), string.Create(CultureInfo.InvariantCulture, $"county{form}"), ContentOf(_plan, office, form), Clerk(form), at[0], day);
        SetId(declaration, _first.Declaration + form);
        var findings = LawfulCase.NothingFound with { Temperature = LawfulCase.NothingFound.Temperature! with { By = Reviewer(form), At = at[1] } };
        declaration.Approve(findings, declaration.Version, office.RulesOn(day), Reviewer(form), at[1], day);
        var pass = HealthPass.Issue(declaration, office, NumberOfPass(form), null, day);
        pass.Print(office, at[2], day);
        pass.Stamp(Reviewer(form), office, at[3], day);
        pass.HandOver("本人", office, at[4], day);
        if (_plan.Later(form) is { } later)
        {
            // The holder's next card takes its place.
            _ = HealthPass.Issue(declaration, office, NumberOfPass(later), pass, _plan.DayOf(later));
        }

        return (declaration, pass, at);
    }

    private static readonly Action<Declaration, long> SetId =
        typeof(Declaration).GetProperty(nameof(Declaration.Id), BindingFlags.Public | BindingFlags.Instance)!.GetSetMethod(nonPublic: true)!.CreateDelegate<Action<Declaration, long>>();

    private PassNumber NumberOfPass(int form) =>
        PassNumber.Of(CountyPlan.CodeOf(_plan.OfficeOf(form)), 1 + _plan.PlaceOf(form) + (_plan.OfficeOf(form) == 0 ? _first.PassesOfOffice : 0));

    private StaffMember Clerk(int form) => new(ClerkOf(_plan.OfficeOf(form)), "测试" + ClerkOf(_plan.OfficeOf(form)));

    private StaffMember Reviewer(int form) => new($"shenhe{_plan.OfficeOf(form)}", "审核员");

    /// <summary>The series as far as they are taken, under the names by which <c>Numbering</c> knows them; the check at the end sees that it does.</summary>
    private async Task RaiseSeriesAsync(OfficeDb db)
    {
        List<(string Name, int Last)> series = [];
        foreach (var (i, office) in _offices.Index())
        {
            series.Add(($"pass {office.Code}", _plan.FormsOfOffice + (i == 0 ? _first.PassesOfOffice : 0)));
            series.AddRange(Enumerable.Range(0, _plan.Days).Select(day => (
                string.Create(CultureInfo.InvariantCulture, $"declaration {office.Code} {_plan.FirstDay.AddDays(day):yyyyMMdd}"), Math.Min(_plan.FormsOfDay, _plan.FormsOfOffice - (day * _plan.FormsOfDay)))));
        }

        foreach (var rows in series.Chunk(RowsOfSeries))
        {
            var sql = new StringBuilder("INSERT INTO \"Series\" (\"Name\", \"Last\") VALUES ");
            sql.AppendJoin(", ", rows.Select((_, i) => $"({{{2 * i}}}, {{{(2 * i) + 1}}})")).Append(" ON CONFLICT (\"Name\") DO UPDATE SET \"Last\" = excluded.\"Last\"");
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), rows.SelectMany(row => (object[])[row.Name, row.Last]));
        }
    }

    /// <summary>Whether it is what the program writes: rows are opened and read, values have the types of those that the program wrote, forms are found, numbers go on, the audit is whole.</summary>
    private async Task ProveAsync(CountyDatabase database, TextWriter output)
    {
        await using var server = database.Beside(TimeProvider.System.GetUtcNow());
        var chance = new Random(20);
        for (var i = 0; i < Looks; i++)
        {
            await LookAsync(server, chance.Next(_plan.Forms));
        }

        if (database.ConnectionString is null)
        {
            await server.InDbAsync(RequireSameTypesAsync);
        }

        await server.InDbAsync(RequireNumbersGoOnAsync);
        var watch = Stopwatch.StartNew();
        var audit = await server.InDbAsync(db => new AuditCheck(db, server.Services.GetRequiredService<AuditChain>(), new(db, server.Services.GetRequiredService<IDataProtectionProvider>())).VerifyAsync());
        Require(audit.Faults.Count == 0 && audit.Records > _plan.Forms, audit.Sentence);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{database.Engine}: {Looks} forms opened and found; the audit of {audit.Records} records is whole, verified in {watch.Elapsed.TotalSeconds:F0} s"));
    }

    private async Task RequireNumbersGoOnAsync(OfficeDb db)
    {
        var office = _offices[^1];
        try
        {
            await db.InOneTransactionAsync(async () =>
            {
                Require(await db.NextPassNumberAsync(office) == NumberOfPass(_plan.Newest(_plan.Offices - 1, -1)), "the next card has the next number");
                var next = await db.NextDeclarationNumberAsync(office, _plan.FirstDay);
                Require(next.Value == DeclarationNumber.Of(_plan.FirstDay, Math.Min(_plan.FormsOfDay, _plan.FormsOfOffice) + 1).Value, "the next form has the next number");
                // They are given back.
                throw new OperationCanceledException();
            });
        }
        catch (OperationCanceledException)
        {
            // Seen.
        }
    }

    private Task<bool> LookAsync(OfficeServer server, int form) => server.InDbAsync(
        async db =>
        {
            var (expected, card, at) = Made(form);
            var found = await db.FindDeclarationsAsync(card.Number);
            Require(found is [{ } only] && only.Id == expected.Id, $"form {form} is found by its card");
            var declaration = await db.Declarations.AsNoTracking().AsSplitQuery().Include(each => each.Versions).Include(each => each.Decisions).SingleAsync(each => each.Id == expected.Id);
            Require(declaration.Content.SameAs(expected.Content) && declaration.Number == expected.Number && declaration.State == DeclarationState.Approved && declaration.WaitingSince == at[0], $"form {form} is as it was written");
            Require(declaration.Versions is [{ } version] && version.Content.SameAs(expected.Content) && version.At == at[0], $"form {form} has its version");
            Require(declaration.Decisions is [{ } decision] && decision.Outcome == ReviewOutcome.Approve && decision.Findings.Temperature == expected.Decision!.Findings.Temperature, $"form {form} has its decision");
            Require((await db.FormsWithNumberAsync(expected.Content.Person.Document.Number)).Any(each => each.Id == expected.Id), $"form {form} is found by its number");
            var pass = await db.Passes.AsNoTracking().SingleAsync(each => each.DeclarationId == expected.Id);
            Require(pass.Number == card.Number && pass.Holder == card.Holder && pass.IsCurrent == card.IsCurrent && pass.State == card.State && pass.Validity == card.Validity && pass.HandedOverAt == at[4], $"form {form} has its card");
            return true;
        },
        new UserOf(_offices[_plan.OfficeOf(form)].Code));

    /// <summary>SQLite keeps whatever type it is given.</summary>
    private async Task RequireSameTypesAsync(OfficeDb db)
    {
        foreach (var (table, firstId) in new[] { (_declarations, _first.Declaration), (_versions, _first.Version), (_decisions, _first.Decision), (_passes, _first.Pass) })
        {
            foreach (var column in table.Columns)
            {
                async Task<List<string>> TypesAsync(string range) => await db.Database.SqlQueryRaw<string>(
                    $"SELECT DISTINCT typeof(\"{column}\") AS \"Value\" FROM \"{table.Table}\" WHERE {range} AND \"{column}\" IS NOT NULL").ToListAsync();
                var (own, filled) = (await TypesAsync($"\"Id\" < {firstId}"), await TypesAsync($"\"Id\" BETWEEN {firstId} AND {firstId + FormsOfChunk}"));
                Require(own.Count == 0 || filled.TrueForAll(own.Contains), $"{table.Table}.{column} is {string.Join(", ", filled)}, not {string.Join(", ", own)}");
            }
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The county is not as the program writes it: " + what);
        }
    }

    private sealed record Filling(TimeSpan Took, TimeSpan Processor);

    /// <summary>Where the numbers begin, after what the program has made itself.</summary>
    private sealed record First(long Declaration, long Version, long Decision, long Pass, int PassesOfOffice);

    /// <summary>Rows of some forms, and their audit records before they are chained.</summary>
    private sealed record Chunk(List<object?[]> Declarations, List<object?[]> Versions, List<object?[]> Decisions, List<object?[]> Passes, List<object?[]> Keys, List<AuditRecord> Audit);
}
