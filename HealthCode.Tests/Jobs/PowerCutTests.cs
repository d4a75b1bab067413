using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;
using HealthCode.Web.Auditing;
using HealthCode.Web.Backups;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace HealthCode.Tests.Jobs;

/// <summary>断电: the plug is pulled again and again while a day's work goes on; what was acknowledged is there, and nothing is half done.</summary>
public sealed class PowerCutTests(ITestOutputHelper output) : IDisposable
{
    private const int RosterLength = 40;
    private const int LongPieces = 10;
    private const int LongRounds = 50;

    /// <summary>So many answers come at most before the plug is pulled: two people from the form to the card, and something besides.</summary>
    private const int MostAnswers = 14;

    /// <summary>Milliseconds after the last answer, so that it happens within what follows.</summary>
    private const int LatestKill = 400;

    /// <summary>Likewise where what lies there is only looked at: a request of a program that has just started takes longer than this.</summary>
    private const int LatestLook = 60;

    // Written down by who works while who pulls the plug reads.
    private readonly ConcurrentQueue<string> _keyed = [];
    private readonly ConcurrentDictionary<long, PassState> _cards = [];
    private readonly HashSet<string> _opened = [];

    /// <summary>Counted by answers, not by the clock: a slow machine is cut within its work too. The start is the first.</summary>
    private SemaphoreSlim _answers = new(0);
    private Random _random = new();
    private int _person;
    private int _roster;

    /// <summary>So many offices of so many cuts each, two at a time: what is looked through after each cut grows with the office.</summary>
    public static TheoryData<int[]> Pairs => new(LongRun.Pieces(LongPieces).Chunk(2));

    /// <summary>
    /// An ordinary run starts the program once: after each of its answers, while it does what follows, its files are copied as they lie, and what a
    /// cut at that moment would have left is looked through; then the plug is pulled. In full it is pulled each time, and started again.
    /// </summary>
    [SqliteTheory]
    [MemberData(nameof(Pairs))]
    public Task Killed_at_any_moment_of_a_days_work_everything_acknowledged_is_there_and_nothing_is_half_done(int[] pieces) =>
        // While one program starts the other works.
        Task.WhenAll(pieces.Select(async piece =>
        {
            using var cuts = new PowerCutTests(output);
            await cuts.CutAgainAndAgainAsync(piece);
        }));

    public void Dispose() => _answers.Dispose();

    private async Task CutAgainAndAgainAsync(int piece)
    {
        _random = new(LongRun.Seed + piece);
        var rounds = LongRun.Pick(1, LongRounds);
        var before = await OfficeServer.WithOfficeAsync();
        before.Clock.SetTo(DateTimeOffset.UtcNow);
        var office = await before.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        await before.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper);
        await before.AddUserAsync("guanli", office, Roles.SystemAdministrator);
        await before.LockAsync();
        await using var after = await before.RestartAsync(DateTimeOffset.UtcNow);

        for (var round = 0; round < rounds; round++)
        {
            IReadOnlyList<Left> looks;
            using (var program = await RealProgram.StartAsync(after.Folder))
            {
                _answers = new(1);
                var cut = LongRun.IsOn ? CutAsync(program, _random.Next(MostAnswers) + 1, _random.Next(LatestKill)) : LookAndCutAsync(program);
                await WorkAsync(program, round);
                looks = await cut;
            }

            foreach (var look in looks)
            {
                await using var left = OfficeServer.Over(look.Folder, DateTimeOffset.UtcNow);
                await WholeAsync(left, look);
            }
        }

        output.WriteLine($"{rounds} power cuts, piece {piece}, seed {LongRun.Seed}: {_keyed.Count} forms, {_cards.Count} cards, {_opened.Count} backups, {_roster} rosters begun");
        Assert.NotEmpty(_keyed);
        Assert.Contains(PassState.HandedOver, _cards.Values);
        // Now the office starts the program as on any morning.
        using (var morning = await RealProgram.StartAsync(after.Folder))
        {
            await morning.KillAsync();
        }

        await WholeAsync(after, Acknowledged(after.Folder));
    }

    private async Task<IReadOnlyList<Left>> CutAsync(RealProgram program, int answers, int milliseconds)
    {
        for (var answer = 0; answer < answers; answer++)
        {
            await _answers.WaitAsync();
        }

        await Task.Delay(milliseconds);
        return [Acknowledged(await program.KilledAsync())];
    }

    private async Task<IReadOnlyList<Left>> LookAndCutAsync(RealProgram program)
    {
        List<Left> looks = [];
        for (var answer = 0; answer < MostAnswers; answer++)
        {
            await _answers.WaitAsync();
            await Task.Delay(_random.Next(LatestLook));
            // First what was acknowledged: what is on its way now may be there or not.
            looks.Add(Acknowledged("") with { Folder = await program.LeftBehindAsync() });
        }

        return [.. looks, Acknowledged(await program.KilledAsync())];
    }

    private Left Acknowledged(string folder) => new(folder, [.. _keyed], _cards.ToDictionary());

    /// <summary>Works until the plug is pulled; an answer that came is remembered.</summary>
    private async Task WorkAsync(RealProgram program, int round)
    {
        try
        {
            using var administrator = program.AtAnotherPc();
            var desk = await SignInAsync(program.Http, "yiren");
            if (round % 3 == 0)
            {
                await BackUpAsync(await SignInAsync(administrator, "guanli"));
            }

            for (var turn = round; ; turn++)
            {
                if (turn % 4 == 1)
                {
                    await HandInRosterAsync(desk);
                }

                await WholeWayAsync(desk);
            }
        }
        catch (Exception fault) when (RealProgram.IsUnplugged(fault))
        {
            // The plug is out.
        }
    }

    private async Task<OfficeBrowser> SignInAsync(HttpClient http, string user)
    {
        var browser = new OfficeBrowser(http);
        await browser.OpenAsync("/Account/Login");
        await browser.SendAsync(("登录名", user), ("密码", OfficeServer.Password));
        _answers.Release();
        return browser;
    }

    /// <summary>One person from the form to the card in his hand.</summary>
    private async Task WholeWayAsync(OfficeBrowser desk)
    {
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);
        await desk.OpenAsync("/Declarations/Create?then=details");
        var form = desk.FieldsWith(PaperForm.Filled, [.. Villager.At(_person++), ("TravelOn", Typed(today.AddDays(1))), ("SignedOn", Typed(today))]);
        var declaration = Last(await DoneAsync(desk, "/Declarations/Create?then=details", form));
        _keyed.Enqueue(form.Single(field => field.Key == "Input.FormKey").Value);

        await desk.OpenAsync($"/Review/Decide/{declaration}");
        var card = Last(await DoneAsync(desk, $"/Review/Decide/{declaration}?handler=Approve", desk.FieldsWith(PaperForm.NothingFound)));
        _cards[card] = PassState.AwaitingPrint;
        await desk.OpenAsync($"/Passes/Details/{card}");
        foreach (var (handler, state) in new[] { ("Print", PassState.Printed), ("Stamp", PassState.Stamped), ("HandOver", PassState.HandedOver) })
        {
            await DoneAsync(desk, $"/Passes/Details/{card}?handler={handler}", [Token(desk), new("Input.Who", "Holder")]);
            _cards[card] = state;
        }
    }

    private async Task BackUpAsync(OfficeBrowser administrator)
    {
        await administrator.OpenAsync("/Administration/Backup");
        await DoneAsync(administrator, "/Administration/Backup?handler=Now", [Token(administrator)]);
    }

    private async Task HandInRosterAsync(OfficeBrowser desk)
    {
        await desk.OpenAsync("/Imports");
        _roster++;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token(desk).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(Roster(_roster)), "file", "名册.csv" },
        };
        using var answer = await desk.Http.PostAsync("/Imports?handler=File&kind=residents", form);
        _answers.Release();
    }

    /// <summary>Posts and is told that it is done: the answer leads on.</summary>
    private async Task<string> DoneAsync(OfficeBrowser desk, string address, List<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await desk.Http.PostAsync(address, content);
        Assert.True((int)answer.StatusCode is 302 or 303, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        _answers.Release();
        return answer.Headers.Location!.OriginalString;
    }

    private static KeyValuePair<string, string> Token(OfficeBrowser desk) =>
        new("__RequestVerificationToken", desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static long Last(string address) => long.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);

    private static string Typed(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private async Task WholeAsync(OfficeServer server, Left left)
    {
        Assert.Empty(BackupCase.FaultsIn(BackupCase.Database(server)));
        await server.InDbAsync(async db =>
        {
            var declarations = await db.Declarations.AsNoTracking().IgnoreQueryFilters().Include(each => each.Decisions).ToListAsync();
            var passes = await db.Passes.AsNoTracking().IgnoreQueryFilters().ToListAsync();
            Holds(left, declarations, passes);
            Assert.Equal(declarations.Count, declarations.Select(each => each.Number).Distinct().Count());
            Assert.Equal(declarations.Count, declarations.Select(each => each.FormKey).Distinct().Count());
            Assert.Equal(declarations.Select(each => each.Id).Order(), (await db.SearchKeys.IgnoreQueryFilters().Select(key => key.DeclarationId).Distinct().ToListAsync()).Order());
            Assert.Equal(declarations.Where(each => each.State == DeclarationState.Approved).Select(each => each.Id).Order(), passes.Select(pass => pass.DeclarationId).Order());
            Assert.All(declarations, each => Assert.Equal(each.State == DeclarationState.Approved, each.Decisions.Count == 1));
            Assert.Equal(passes.Count(pass => pass.State >= PassState.Stamped), await db.SealUses.IgnoreQueryFilters().CountAsync());
            var audited = (await db.AuditRecords.Where(record => record.Action == "新建").Select(record => record.Subject).ToListAsync()).ToHashSet();
            Assert.All(declarations, each => Assert.Contains($"申报 {each.Number}", audited));
            Assert.All(passes, pass => Assert.Contains($"通行卡 {pass.Number}", audited));
            foreach (var roster in (await db.Residents.AsNoTracking().IgnoreQueryFilters().ToListAsync()).GroupBy(resident => resident.VillageGroup))
            {
                Assert.Equal(RosterLength, roster.Count());
            }
        });
        Opened(server);
        Assert.Empty((await ChainAsync(server)).Faults);
    }

    /// <summary>The audit as the next start finds it: by what lies in the folder, not by what a running program remembers.</summary>
    private static Task<AuditChainReport> ChainAsync(OfficeServer server) => server.InDbAsync(async db =>
    {
        var chain = new AuditChain(new(new(server.Folder), new(new(server.Folder), MasterKey.None)), NullLogger<AuditChain>.Instance);
        await chain.OpenAsync(db);
        return await new AuditCheck(db, chain, new(db, server.Services.GetRequiredService<IDataProtectionProvider>())).VerifyAsync();
    });

    private static void Holds(Left left, List<Declaration> declarations, List<HealthPass> passes)
    {
        Assert.Empty(left.Keyed.Except(declarations.Select(each => each.FormKey)));
        var states = passes.ToDictionary(pass => pass.Id, pass => pass.State);
        foreach (var (card, state) in left.Cards)
        {
            Assert.True(states.TryGetValue(card, out var kept) && kept >= state, $"card {card} was {state}");
        }
    }

    /// <summary>What has its name can be restored.</summary>
    private void Opened(OfficeServer server)
    {
        foreach (var name in BackupCase.FileNames(server).Where(name => name.EndsWith(".hcb", StringComparison.Ordinal) && _opened.Add(name)))
        {
            var folder = BackupCase.NewFolder();
            Assert.NotEmpty(BackupRestorer.Restore(BackupCase.EngineOf(folder), Path.Combine(BackupCase.Folder(server), name), folder, BackupCase.RestorePassphrase).Offices);
            Directory.Delete(folder, true);
        }
    }

    /// <summary>People of one village group, whom no other roster has.</summary>
    private static byte[] Roster(int number)
    {
        var lines = new StringBuilder("姓名,证件号码,住址,村民小组\n");
        for (var i = 0; i < RosterLength; i++)
        {
            var place = (number * RosterLength) + i;
            var body = string.Create(CultureInfo.InvariantCulture, $"640104{new DateOnly(1970, 1, 1).AddDays(place % 9_000):yyyyMMdd}{1 + (2 * (place / 9_000)):000}");
            lines.Append(CultureInfo.InvariantCulture, $"马{"德福寿喜安平康宁乐"[i % 9]}{"山海川江河湖"[i % 6]},{body}{CheckCharacter.Mod11Radix2(body)},宁夏回族自治区银川市兴庆区样例街道样例村{number}组{i}号,{number}组\n");
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>The data folder of a moment, and what had been acknowledged by then.</summary>
    private sealed record Left(string Folder, IReadOnlyList<string> Keyed, IReadOnlyDictionary<long, PassState> Cards);
}
