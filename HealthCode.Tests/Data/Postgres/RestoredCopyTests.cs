using HealthCode.Tests.Support;
using HealthCode.Web.Data.Postgres;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Data.Postgres;

/// <summary>试恢复: each backup is restored into a database of its own, as large as the county's.</summary>
[Collection(County.Name)]
public sealed class RestoredCopyTests(County county) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("healthcode-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_copy_that_a_killed_server_left_goes_with_the_next_and_one_in_use_stays()
    {
        using var engine = new PostgresEngine(await county.Office.InDbAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));
        var dump = Path.Combine(_folder, "dump");
        engine.Copy(dump);

        await LeaveAsync("left");
        using (var copy = engine.OpenCopy(dump))
        {
            var used = Assert.Single(await CopiesAsync());
            Assert.NotEqual("healthcode_check_left", used);

            await LeaveAsync("later");
            using (engine.OpenCopy(dump))
            {
                Assert.Equal(3, (await CopiesAsync()).Count);
            }

            Assert.NotEmpty(copy.Rows);
            Assert.Equal(2, (await CopiesAsync()).Count);
        }

        engine.OpenCopy(dump).Dispose();
        Assert.Empty(await CopiesAsync());
    }

    private Task<int> LeaveAsync(string name) => county.Office.ExecuteAsync($"CREATE DATABASE healthcode_check_{name}");

    private Task<List<string>> CopiesAsync() => county.Office.RawAsync<string>("SELECT datname::text FROM pg_database WHERE datname LIKE 'healthcode\\_check\\_%'");
}
