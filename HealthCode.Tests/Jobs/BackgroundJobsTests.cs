using System.Net;
using System.Text;
using Hangfire;
using Hangfire.Storage.SQLite;
using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;
using HealthCode.Web.Jobs;
using HealthCode.Web.Security;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SQLite;

namespace HealthCode.Tests.Jobs;

/// <summary>后台工作: retried a few times with a sentence that names nobody; after a power cut begun again at once; never twice beside itself.</summary>
public sealed class BackgroundJobsTests : IAsyncLifetime
{
    private const string Resident = "马德福640104195003071234";
    private OfficeServer _server = null!;

    private JobStorage Storage => _server.Services.GetRequiredService<JobStorage>();

    private IBackgroundJobClient Client => _server.Services.GetRequiredService<IBackgroundJobClient>();

    public async Task InitializeAsync() => _server = await OfficeServer.WithOfficeAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_job_that_fails_is_retried_three_times_and_what_is_stored_and_shown_names_no_resident()
    {
        var administrator = await _server.SignedInUserAsync("admin", (await _server.FirstVillageAsync()).Value, Roles.SystemAdministrator);
        var id = Client.Enqueue(() => Failing.Fail(Resident.Length));
        for (var retry = 1; retry <= JobFailureFilter.Waits.Count; retry++)
        {
            await Eventually.TrueAsync(() => StateOf(id) == "Scheduled");
            await administrator.OpenAsync("/Administration/Jobs");
            Assert.Contains("没有做成，原因记在运行日志里", administrator.Text, StringComparison.Ordinal);
            Client.Requeue(id);
            await Eventually.TrueAsync(() => Failures(id) > retry);
        }

        await Eventually.TrueAsync(() => StateOf(id) == "Failed");

        await administrator.OpenAsync("/Administration/Jobs");
        Assert.Contains("不再自动做", administrator.Text, StringComparison.Ordinal);
        await administrator.OpenAsync($"{JobsSetUp.Dashboard}/jobs/details/{id}");
        Assert.Contains("没有做成，原因记在运行日志里", administrator.Text, StringComparison.Ordinal);
        foreach (var stored in Directory.GetFiles(_server.Folder, "jobs.db*").Select(FilesInUse.Bytes))
        {
            Assert.Equal(-1, stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Resident)));
        }

        Assert.DoesNotContain(Resident, administrator.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_not_retried()
    {
        var id = Client.Enqueue(() => Failing.Refuse());

        await Eventually.TrueAsync(() => StateOf(id) == "Failed");

        Assert.Equal(1, Failures(id));
        var failed = Assert.Single(_server.Services.GetRequiredService<FailedJobs>().All());
        Assert.Equal(("没有做成：" + DataKeyRules.OneAtATime.Sentence, null), (failed.Reason, failed.NextAt));
    }

    [SqliteFact]
    public async Task After_a_power_cut_a_job_that_was_running_and_held_a_lock_is_begun_again_at_once()
    {
        await _server.DisposeAsync();
        _server = ByItself();
        var id = Client.Enqueue<PrintLayoutJob>(job => job.RunAsync(1, CancellationToken.None));
        await Eventually.TrueAsync(() => StateOf(id) is "Scheduled" or "Succeeded");
        (string Resource, string Key) lockOfJob;
        using (var connection = Storage.GetConnection())
        {
            lockOfJob = await LockedAsync(() => connection.AcquireDistributedLock($"job:{id}:state-lock", TimeSpan.FromSeconds(1)));
        }

        _server = await _server.RestartAsync();
        Sql(
            $"UPDATE Job SET StateName = 'Processing' WHERE Id = {id}",
            $"INSERT INTO JobQueue (JobId, Queue, FetchedAt) VALUES ({id}, 'interactive', {DateTime.UtcNow.Ticks})",
            $"INSERT INTO DistributedLock (Id, Resource, ResourceKey, ExpireAt) VALUES ('of-a-killed-program', '{lockOfJob.Resource}', '{lockOfJob.Key}', {DateTime.UtcNow.AddSeconds(20).Ticks})");

        _ = _server.Services;

        await Eventually.TrueAsync(() => StateOf(id) is "Scheduled" or "Succeeded");
    }

    [Fact]
    public async Task A_job_longer_than_the_invisibility_timeout_is_not_run_beside_itself()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var timeout = TimeSpan.FromSeconds(1);
        // FullMutex as in the program: a lock is extended from a timer, on the connection of its holder.
        using var storage = new SQLiteStorage(
            new SQLiteDbConnectionFactory(() => new(Path.Combine(server.Folder, "short.db"), SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.FullMutex) { BusyTimeout = TimeSpan.FromSeconds(10) }),
            new() { InvisibilityTimeout = timeout, QueuePollInterval = TimeSpan.FromMilliseconds(50) });
        var options = new BackgroundJobServerOptions { Queues = [JobQueues.Background], WorkerCount = JobServers.WorkersOfAQueue, Activator = new() };
        using (new BackgroundJobServer(options, storage))
        {
            var client = new BackgroundJobClient(storage);
            client.Enqueue(() => Overlap.RunAsync(3 * timeout));
            client.Enqueue(() => Overlap.RunAsync(TimeSpan.Zero));
            await Eventually.TrueAsync(() => storage.GetMonitoringApi().SucceededListCount() == 2);
        }

        Assert.Equal((2, 1), (Overlap.Runs, Overlap.Most));
    }

    [Fact]
    public async Task The_dashboard_is_for_the_system_administrator_alone_in_Chinese_and_changes_nothing()
    {
        var office = (await _server.FirstVillageAsync()).Value;
        foreach (var role in (string[])[Roles.Clerk, Roles.Reviewer, Roles.SealKeeper, Roles.SecurityAdministrator, Roles.AuditAdministrator])
        {
            var other = await _server.SignedInUserAsync("u" + role, office, role);
            Assert.StartsWith("/Account/Denied", (await other.OpenAsync(JobsSetUp.Dashboard)).Address, StringComparison.Ordinal);
        }

        Assert.StartsWith("/Account/Login", (await _server.Browser().OpenAsync(JobsSetUp.Dashboard)).Address, StringComparison.Ordinal);
        var id = Client.Enqueue(() => Failing.Refuse());
        await Eventually.TrueAsync(() => StateOf(id) == "Failed");
        var administrator = await _server.SignedInUserAsync("admin", office, Roles.SystemAdministrator);

        using var answer = await administrator.Http.GetAsync(JobsSetUp.Dashboard + "/jobs/failed");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("失败", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-ajax", html, StringComparison.Ordinal);
        using var post = await administrator.Http.PostAsync($"{JobsSetUp.Dashboard}/jobs/failed/delete", new FormUrlEncodedContent([new("jobs[]", id)]));
        Assert.False(post.IsSuccessStatusCode);
        Assert.Equal("Failed", StateOf(id));
    }

    private static OfficeServer ByItself() => new() { RunsByItself = true };

    private string? StateOf(string id)
    {
        using var connection = Storage.GetConnection();
        return connection.GetJobData(id)?.State;
    }

    private int Failures(string id) => Storage.GetMonitoringApi().JobDetails(id).History.Count(state => state.StateName == "Failed");

    /// <summary>The row of a lock, as the library writes it.</summary>
    private async Task<(string Resource, string Key)> LockedAsync(Func<IDisposable> take)
    {
        using (take())
        {
            await using var file = Open();
            await using var command = file.CreateCommand();
            command.CommandText = "SELECT Resource, ifnull(ResourceKey, '') FROM DistributedLock";
            await using var reader = await command.ExecuteReaderAsync();
            Assert.True(await reader.ReadAsync());
            return (reader.GetString(0), reader.GetString(1));
        }
    }

    private void Sql(params string[] statements)
    {
        using var file = Open();
        foreach (var statement in statements)
        {
            using var command = file.CreateCommand();
#pragma warning disable CA2100 // Written above.
            command.CommandText = statement;
#pragma warning restore CA2100
            Assert.Equal(1, command.ExecuteNonQuery());
        }
    }

    private SqliteConnection Open()
    {
        var file = new SqliteConnection($"Data Source={Path.Combine(_server.Folder, "jobs.db")};Pooling=False");
        file.Open();
        return file;
    }

    public static class Failing
    {
        /// <summary>As a library would: the message has what stood in the row.</summary>
        public static void Fail(int length) => throw new InvalidOperationException($"cannot read {Resident[..length]}");

        public static void Refuse() => DataKeyRules.OneAtATime.Require(false);
    }

    /// <summary>Counts how often a job runs, and how often at once.</summary>
    public static class Overlap
    {
        private static int _running;

        public static int Runs { get; private set; }

        public static int Most { get; private set; }

        public static async Task RunAsync(TimeSpan length)
        {
            (Runs, Most) = (Runs + 1, Math.Max(Most, Interlocked.Increment(ref _running)));
            await Task.Delay(length);
            Interlocked.Decrement(ref _running);
        }
    }
}
