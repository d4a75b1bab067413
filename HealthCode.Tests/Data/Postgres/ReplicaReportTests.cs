using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Data.Postgres;

/// <summary>报表从只读副本取数: a primary, a standby that follows it, and a server that knows both.</summary>
public sealed class ReplicaReportTests(ReplicaReportTests.Clusters clusters) : IClassFixture<ReplicaReportTests.Clusters>
{
    private const string Said = "（只读副本）";
    private const int Unreached = 3_600;

    [Fact]
    public async Task A_report_shows_what_the_standby_has_says_until_when_and_its_export_is_audited_on_the_primary()
    {
        await using var server = clusters.Server(Unreached);
        var desk = await server.SignedInAsync("yiren");
        await desk.KeyedAsync(server, Villager.At(1));
        var before = await server.InDbAsync(db => db.Declarations.CountAsync());
        await Eventually.TrueAsync(async () => await SheetAsync(desk) is var sheet && sheet.Body.Count == before && IsOfReplica(sheet));

        await clusters.WhilePausedAsync(async () =>
        {
            await desk.KeyedAsync(server, Villager.At(2));
            var exports = await server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "导出"));

            var sheet = await SheetAsync(desk);

            Assert.Equal(before, sheet.Body.Count);
            Assert.Matches($"数据截至 0[89]:[0-9]{{2}}:[0-9]{{2}}{Said}", sheet.Rows[1][0]);
            Assert.Empty(sheet.Faults);
            Assert.Equal(exports + 1, await server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "导出")));
        });

        await Eventually.TrueAsync(async () => await SheetAsync(desk) is var sheet && sheet.Body.Count == before + 1 && IsOfReplica(sheet));
    }

    [Fact]
    public async Task A_standby_that_is_further_behind_than_allowed_is_not_read()
    {
        await using var server = clusters.Server(mostLag: 1);
        var desk = await server.SignedInAsync("yiren");

        await clusters.WhilePausedAsync(async () =>
        {
            await desk.KeyedAsync(server, Villager.At(3));
            var all = await server.InDbAsync(db => db.Declarations.CountAsync());

            await Eventually.TrueAsync(async () => await SheetAsync(desk) is var sheet && sheet.Body.Count == all && !IsOfReplica(sheet));
        });
    }

    [Fact]
    public async Task Without_its_standby_a_report_is_read_from_the_primary()
    {
        await using var server = clusters.Server(Unreached);
        var desk = await server.SignedInAsync("yiren");
        await desk.KeyedAsync(server, Villager.At(4));
        await Eventually.TrueAsync(async () => IsOfReplica(await SheetAsync(desk)));

        await clusters.WithoutStandbyAsync(async () =>
        {
            var sheet = await SheetAsync(desk);

            Assert.Equal(await server.InDbAsync(db => db.Declarations.CountAsync()), sheet.Body.Count);
            Assert.False(IsOfReplica(sheet));
        });
    }

    private static bool IsOfReplica(Spreadsheet sheet) => sheet.Rows[1][0].Contains(Said, StringComparison.Ordinal);

    private static async Task<Spreadsheet> SheetAsync(OfficeBrowser desk)
    {
        using var file = new MemoryStream(await desk.Http.GetByteArrayAsync("/Reports?handler=File&report=declarations"));
        return Spreadsheet.Open(file);
    }

    /// <summary>A primary with one office, and its standby.</summary>
    public sealed class Clusters : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;
        private readonly PostgresCluster _primary = PostgresCluster.Create();
        private PostgresCluster _standby = null!;

        public async Task InitializeAsync()
        {
            _standby = _primary.Standby();
            _primary.Execute("CREATE DATABASE healthcode");
            await using var server = Server(Unreached);
            var office = await server.AddOfficeAsync(await server.FirstVillageAsync());
            await server.AddUserAsync("yiren", office.Code, Roles.Clerk, Roles.Reviewer);
        }

        public Task DisposeAsync()
        {
            _standby.Dispose();
            _primary.Dispose();
            Directory.Delete(_folder, recursive: true);
            return Task.CompletedTask;
        }

        /// <summary>A server that reads reports from the standby.</summary>
        /// <param name="mostLag">How many seconds it may be behind.</param>
        public OfficeServer Server(int mostLag)
        {
            var server = OfficeServer.Beside(_folder, _primary.ConnectionString("healthcode"), new(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8)));
            server.Settings[DatabaseEngines.ReadSetting] = _standby.ConnectionString("healthcode");
            server.Settings[DatabaseEngines.ReadLagSetting] = $"{mostLag}";
            return server;
        }

        /// <summary>The standby receives, but does not replay what comes.</summary>
        public async Task WhilePausedAsync(Func<Task> work)
        {
            _standby.Execute("SELECT pg_wal_replay_pause()");
            await Eventually.TrueAsync(() => "paused".Equals(_standby.Value("SELECT pg_get_wal_replay_pause_state()")));
            await work();
            _standby.Execute("SELECT pg_wal_replay_resume()");
        }

        public async Task WithoutStandbyAsync(Func<Task> work)
        {
            _standby.End();
            await work();
            _standby.Begin();
        }
    }
}
