using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Encryption;
using HealthCode.Web.Search;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Support;

/// <summary>The same two offices on each engine, with the same data keys, at the same time. Whatever they answer differently is a line.</summary>
internal sealed class TwinOffices : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2020, 3, 5, 8, 0, 0, TimeSpan.FromHours(8));

    private const int Residents = 20;

    // The sentence about copies that no backup of ours holds (IDatabaseEngine.CopiesElsewhere) is on a line of its own.
    private const string OnPostgresAlone = "数据库的日志归档（WAL）";

    // What each server makes up for itself; everything else must be equal.
    private static readonly Regex Random = new(string.Join(
        '|',
        """(?<=name="__RequestVerificationToken" type="hidden" value=")[^"]*""", // antiforgery token
        """(?<=nonce=")[^"]*""",
        """CfDJ8[\w%-]+""", // anything sealed by data protection
        """/tmp/[\w-]+""", // data folder
        """\b[0-9A-F]{4}(?: [0-9A-F]{4}){3}\b""", // fingerprint of a key
        """(?<="mark":")[^"]*""", // key of the marks in a door's list
        """(?<=")(?:[A-Za-z0-9/=]|\\u002B){40,}(?=")""", // public key or hash in base64, within JSON
        """\b(?=\d*[a-fA-F])[0-9a-fA-F]{16,64}\b""", // hash, form key or name of a file in hexadecimal
        "(?<=>)[0-9a-f]{16}(?=<)", // the same shortened, in a cell: once in two thousand times it has no letter
        """\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"""), // id of a draft or an error
        RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private readonly OfficeServer[] _servers;

    private TwinOffices(OfficeServer[] servers) => _servers = servers;

    /// <summary>Requests and what differed in their answers.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>How many answers were compared.</summary>
    public int Compared { get; private set; }

    public DateTimeOffset Now => _servers[0].Now;

    /// <summary>Codes of the two offices, in one township.</summary>
    public IReadOnlyList<string> Offices { get; private set; } = [];

    /// <summary>User names and whether it is a guard's.</summary>
    public static IReadOnlyList<string> Users { get; } = ["yiren", "neighbour", "zhen", "shenji", "guanli", "kakou"];

    /// <summary>Lays out both.</summary>
    public static async Task<TwinOffices> OpenAsync(PostgresCluster cluster, string database)
    {
        cluster.Execute($"CREATE DATABASE {database}");
        var folders = Enumerable.Range(0, 2).Select(_ => Directory.CreateTempSubdirectory("healthcode-test-").FullName).ToList();
        OfficeServer[] servers = [OfficeServer.Beside(folders[0], null, Start), OfficeServer.Beside(folders[1], cluster.ConnectionString(database), Start)];
        // The first start makes the keys.
        _ = servers[0].Services;
        Directory.CreateDirectory(Path.Combine(folders[1], "keys"));
        File.Copy(Path.Combine(folders[0], "keys", DataKeyStore.FileName), Path.Combine(folders[1], "keys", DataKeyStore.FileName));
        var twins = new TwinOffices(servers);
        await twins.EachAsync(server => server.InDbAsync(db => db.Divisions.CountAsync()));
        await twins.FillAsync();
        return twins;
    }

    public void SetClock(DateTimeOffset now) => Array.ForEach(_servers, server => server.Clock.SetTo(now));

    public void Advance(TimeSpan by) => SetClock(Now + by);

    /// <summary>Does the same on both, at once.</summary>
    public Task<T[]> EachAsync<T>(Func<OfficeServer, Task<T>> work) => Task.WhenAll(_servers.Select(server => Task.Run(() => work(server))));

    /// <summary>A browser at each, in which this user is signed in.</summary>
    public async Task<TwinDesk> SignInAsync(string user) =>
        new(this, await EachAsync(server => server.SignedInAsync(user, user == "kakou" ? OfficeServer.Pin : OfficeServer.Password)));

    /// <summary>Does on both what a job does, and compares what it says.</summary>
    public async Task CompareAsync(string what, Func<OfficeServer, Task<string>> work)
    {
        var answers = await EachAsync(work);
        Compare(what, answers[0], answers[1]);
    }

    /// <summary>Compares the answers to one request.</summary>
    public void Compare(string what, string first, string second)
    {
        Compared++;
        if (DifferenceOf(first, second) is { } difference)
        {
            Differences.Add($"{Now:yyyy-MM-dd HH:mm:ss} {what}\n{difference}");
        }
    }

    /// <summary>The first lines that differ; null if only what is random does.</summary>
    public static string? DifferenceOf(string first, string second)
    {
        var (one, other) = (Comparable(first), Comparable(second));
        return one.SequenceEqual(other) ? null : string.Join('\n', Enumerable.Range(0, Math.Max(one.Length, other.Length)).Where(i => one.ElementAtOrDefault(i) != other.ElementAtOrDefault(i)).Take(4)
            .Select(i => $"  SQLite     {one.ElementAtOrDefault(i)?.Trim()}\n  PostgreSQL {other.ElementAtOrDefault(i)?.Trim()}"));
    }

    /// <summary>What there is in the end.</summary>
    public async Task<string> CountedAsync() => (await EachAsync(server => server.InDbAsync(async db =>
        $"{await db.Declarations.CountAsync()} declarations, cards {string.Join(' ', (await db.Passes.GroupBy(pass => pass.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync()).OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Count}"))}, {await db.AuditRecords.CountAsync()} audit records, {await db.Passages.CountAsync()} passages, {await db.Residents.CountAsync()} residents")))[0];

    /// <summary>The parts of a workbook, or what kind of file it is: a signature in a PDF is another each time.</summary>
    public static string TextOf(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.Latin1.GetString(file.AsSpan(0, Math.Min(4, file.Length)));
        }

        using var zip = new ZipArchive(new MemoryStream(file));
        var text = new StringBuilder();
        foreach (var part in zip.Entries)
        {
            using var reader = new StreamReader(part.Open());
            text.Append(part.FullName).Append('\n').Append(reader.ReadToEnd().Replace("<row", "\n<row", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
            Directory.Delete(server.Folder, recursive: true);
        }
    }

    private async Task FillAsync()
    {
        var first = await _servers[0].FirstVillageAsync();
        var second = DivisionCode.Parse(await _servers[0].InDbAsync(db => db.Divisions
            .Where(division => division.Code.StartsWith(first.Value.Substring(0, 9)) && division.Level == 5 && division.Code != first.Value).OrderBy(division => division.Code).Select(division => division.Code).FirstAsync()));
        Offices = [first.Value, second.Value];
        await EachAsync(async server =>
        {
            await server.AddOfficeAsync(first);
            await server.AddOfficeAsync(second);
            string[] desk = [Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.LedgerExporter];
            await server.AddUserAsync("yiren", first.Value, desk);
            await server.AddUserAsync("neighbour", second.Value, desk);
            await server.AddUserAsync("zhen", first.Value[..9], Roles.TownshipOfficial);
            await server.AddUserAsync("shenji", first.Value[..9], Roles.AuditAdministrator);
            await server.AddUserAsync("guanli", first.Value[..9], Roles.SystemAdministrator);
            await server.AddGuardAsync("kakou", first.Value);
            return await server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            {
                foreach (var office in await db.Offices.OrderBy(office => office.Code).ToListAsync())
                {
                    var residents = Enumerable.Range(0, Residents).Select(i => db.Residents.Add(Resident.Enter(office, Line(i), server.Today)).Entity).ToList();
                    await db.SaveChangesAsync();
                    await db.IndexResidentsAsync(office.Code, residents, areNew: true);
                }

                return await db.SaveChangesAsync();
            }));
        });
    }

    private static RosterLine Line(int i)
    {
        var line = FollowedVillage.Line(i);
        return line with { Person = line.Person with { Name = PersonName.Restore(RandomOfficeDays.Names[i % RandomOfficeDays.Names.Length]) } };
    }

    private static string[] Comparable(string text) => [.. Random.Replace(text, "#").Split('\n').Where(line => !line.Contains(OnPostgresAlone, StringComparison.Ordinal))];
}
