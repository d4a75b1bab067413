using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Benchmarks;

/// <summary>How long the nightly check of the audit chain takes, beside writing the same records into the same file.</summary>
/// <remarks>Seconds would tell how busy the machine is; beside the writing they tell how much is done for a record.</remarks>
internal sealed class AuditWalks : IBenchmark
{
    private const int Records = 200_000;
    private const double LimitRatio = 2;

    public string Name => "audit";

    public string Purpose => "200,000 records of the audit chain checked; beside writing them";

    public async Task RunAsync(TextWriter output)
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        await server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.Audit("试", "第一条");
            return Task.CompletedTask;
        }));
        var writing = Stopwatch.StartNew();
        Write(server);
        writing.Stop();

        var walking = Stopwatch.StartNew();
        await using var scope = server.Services.CreateScopeFor(new SystemUser("test"));
        var verdict = await scope.ServiceProvider.GetRequiredService<AuditCheck>().VerifyAsync();
        walking.Stop();

        if (verdict.Faults.Count > 0 || verdict.Records <= Records)
        {
            throw new InvalidOperationException($"{verdict.Records} records, {verdict.Faults.Count} faults: the figures would not mean a whole chain.");
        }

        var ratio = walking.Elapsed / writing.Elapsed;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"checked in {walking.Elapsed.TotalSeconds:F2} s, written in {writing.Elapsed.TotalSeconds:F2} s: {ratio:F2} times (limit {LimitRatio:F0}: {(ratio < LimitRatio ? "kept" : "missed")})"));
    }

    /// <summary>More records of ours, as another process with the same key would write them.</summary>
    private static void Write(OfficeServer server)
    {
        var chain = server.Services.GetRequiredService<AuditChain>();
        var head = chain.Head;
        using var connection = new SqliteConnection($"Data Source={BackupCase.Database(server)};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO AuditRecords (Id, At, UserName, StaffName, Workstation, OnBehalfOf, Action, Subject, Detail, PreviousHash, PayloadHash, Hash) "
            + "VALUES ($id, $at, 'luru', '王秀兰', '192.168.1.7', '', '打印', $subject, '', $previous, $payload, $hash)";
        foreach (var name in (string[])["$id", "$at", "$subject", "$previous", "$payload", "$hash"])
        {
            command.Parameters.Add(new() { ParameterName = name });
        }

        for (var i = 0; i < Records; i++)
        {
            var record = AuditRecord.Of(new(new("luru", "王秀兰"), null, "192.168.1.7"), server.Clock.GetUtcNow(), "打印", $"通行卡 {i}");
            head = record.ChainTo(head, chain.Key);
            object[] values = [record.Id, AuditRecord.Text(record.At), record.Subject, record.PreviousHash, record.PayloadHash, record.Hash];
            for (var column = 0; column < values.Length; column++)
            {
                command.Parameters[column].Value = values[column];
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
