using System.ComponentModel;
using Hangfire;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using HealthCode.Web.KeyRotation;

namespace HealthCode.Web.Jobs;

/// <summary>换数据密钥 — encrypts every row with the new data key, then deletes the old ones. After a power cut the next start continues.</summary>
public sealed partial class KeyRotationJob(IServiceScopeFactory scopes, DataKeyStore dataKeys, ISharedState state, IBackgroundJobClient jobs, ILogger<KeyRotationJob> log)
{
    private const string ProgressKey = "key rotation";
    private const string FaultKey = "key rotation fault";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Current progress, or null if no rotation is running.</summary>
    public ReencryptionProgress? Progress => state.Find<ReencryptionProgress>(ProgressKey);

    /// <summary>Why the last run did not finish, in Chinese; null if it did.</summary>
    public string? Fault => state.Find<string>(FaultKey);

    /// <summary>换一把新密钥 — adds a new key and queues the re-encryption.</summary>
    /// <exception cref="Domain.Rules.RuleBrokenException">The previous rotation is not finished.</exception>
    public async Task BeginAsync(OfficeDb db)
    {
        await db.InOneTransactionAsync(() =>
        {
            DataKeyRules.OneAtATime.Require(dataKeys.Keys.Set.Keys.Count == 1);
            db.Audit("换数据密钥", "数据密钥");
            dataKeys.Add();
            return Task.CompletedTask;
        });
        Enqueue();
    }

    /// <summary>Queues the re-encryption; continues an interrupted one.</summary>
    public void Enqueue()
    {
        Reach(new(0, 0));
        state.Remove(FaultKey);
        jobs.Enqueue<KeyRotationJob>(job => job.RunAsync(CancellationToken.None));
    }

    /// <summary>Called at start: queues an interrupted rotation, if there is one.</summary>
    public void EnqueueUnfinished()
    {
        if (dataKeys.Keys.Set.Keys.Count > 1)
        {
            Enqueue();
        }
    }

    /// <summary>Encrypts all rows that do not use the new key yet.</summary>
    [DisplayName("换数据密钥")]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        state.Remove(FaultKey);
        try
        {
            if (dataKeys.Keys.Set.Keys.Count > 1)
            {
                await RotateAsync(cancellationToken);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnfinished(fault);
            Blame("没有做完，原因记在运行日志里。资料都打得开；过几分钟自己接着做，也可以点“接着做”。");
            throw new JobFailedException(JobFaults.SentenceOf(fault));
        }
        finally
        {
            state.Remove(ProgressKey);
        }
    }

    private void Reach(ReencryptionProgress progress) => state.Set(ProgressKey, progress, Kept);

    private void Blame(string sentence) => state.Set(FaultKey, sentence, Kept);

    private async Task RotateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateScopeFor(new SystemUser("key rotation job"));
        var (db, reencryption) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<Reencryption>());
        var done = await reencryption.DoAsync(Reach, cancellationToken);
        if (done.Broken.Count > 0)
        {
            // Keeps the old keys: they are needed when these rows are restored from a backup.
            LogBroken(string.Join('、', done.Broken));
            Blame($"有 {done.Broken.Count} 处打不开（{string.Join('、', done.Broken.Take(5))}{(done.Broken.Count > 5 ? "……" : "")}），旧密钥先留着。请从备份里恢复这几行，再点“接着做”。");
            return;
        }

        await db.InOneTransactionAsync(
            () =>
            {
                db.Audit("删去旧数据密钥", "数据密钥", $"重新加密 {done.Rows} 行");
                dataKeys.DropOld();
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "换数据密钥没有做完")]
    private partial void LogUnfinished(Exception fault);

    [LoggerMessage(LogLevel.Error, "换数据密钥：打不开 {Places}")]
    private partial void LogBroken(string places);
}
