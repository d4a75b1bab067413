using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Postgres;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Data.Postgres;

/// <summary>三百个村居一起存 — who waits for whom among the writers of a county, at one server and at two.</summary>
[Collection(County.Name)]
public sealed class OfficeWritersTests(County county) : IAsyncLifetime
{
    private const string Office = "640104101201";
    private const string OtherOffice = "640104101202";

    private readonly List<AsyncServiceScope> _requests = [];
    private PostgresEngine _here = null!;
    private PostgresEngine _elsewhere = null!;

    public async Task InitializeAsync()
    {
        var database = await county.Office.InDbAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        (_here, _elsewhere) = (new(database), new(database));
    }

    public async Task DisposeAsync()
    {
        foreach (var request in _requests)
        {
            await request.DisposeAsync();
        }

        _here.Dispose();
        _elsewhere.Dispose();
    }

    [Theory]
    [InlineData(Office, OtherOffice, false)]
    [InlineData(Office, Office, true)]
    [InlineData(Office, null, true)]
    [InlineData(null, Office, true)]
    [InlineData(null, null, true)]
    public async Task A_writer_waits_for_one_of_his_office_and_for_one_of_the_whole_at_any_server(string? first, string? second, bool waits)
    {
        foreach (var engine in new[] { _here, _elsewhere })
        {
            var open = await BeginAsync(_here, first);
            var next = BeginAsync(engine, second);
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(waits ? 0.5 : 20)));
            Assert.Equal(waits, !next.IsCompleted);

            await EndAsync(open);
            await EndAsync(await next.WaitAsync(TimeSpan.FromSeconds(20)));
        }
    }

    [Fact]
    public async Task Two_offices_append_to_the_audit_one_after_the_other()
    {
        var (first, second) = (await BeginAsync(_here, Office), await BeginAsync(_elsewhere, OtherOffice));
        await first.EnterAuditAsync(CancellationToken.None);
        var next = second.EnterAuditAsync(CancellationToken.None);
        await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(0.5)));
        Assert.False(next.IsCompleted);

        await EndAsync(first);
        await next.WaitAsync(TimeSpan.FromSeconds(20));
        await EndAsync(second);
    }

    [Fact]
    public async Task Forty_offices_that_save_at_once_leave_one_chain_without_a_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(place => county.Office.InDbAsync(db => db.InOfficeTransactionAsync($"6401041{place:00000}", async () =>
        {
            db.Audit("试", $"各村 {place}", "一");
            await db.SaveChangesAsync();
            db.Audit("试", $"各村 {place}", "二");
        }))));

        var noted = await county.Office.InDbAsync(db => db.AuditRecords.AsNoTracking().Where(record => record.Subject.StartsWith("各村")).OrderBy(record => record.Id).ToListAsync());
        Assert.Equal(80, noted.Count);
        // What one transaction has to say stands together.
        Assert.All(noted.Chunk(2), pair => Assert.Equal((pair[0].Subject, pair[0].Id + 1, "二"), (pair[1].Subject, pair[1].Id, pair[1].Detail)));
        Assert.Empty((await county.Office.ChainAsync()).Faults);
    }

    private Task<IWriteTransaction> BeginAsync(PostgresEngine engine, string? office)
    {
        var request = county.Office.Services.CreateScopeFor(new SystemUser("test"));
        _requests.Add(request);
        return engine.BeginWriteAsync(request.ServiceProvider.GetRequiredService<OfficeDb>().Database, office, CancellationToken.None);
    }

    private static async Task EndAsync(IWriteTransaction transaction)
    {
        await transaction.CommitAsync();
        await transaction.DisposeAsync();
    }
}
