using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Backups;

/// <summary>备份 — backs up the running office and copies the newest backup to the second folder; one at a time.</summary>
public sealed partial class BackupRunner(IServiceScopeFactory scopes, IDatabaseEngine engine, DataFolder folder, KeyFiles keys, BackupFiles files, ISharedState state, OfficeClock clock, ILogger<BackupRunner> log) : IDisposable
{
    /// <summary>Audit action of a backup made and checked.</summary>
    public const string Made = "备份";

    private const string StepKey = "backup";

    // Longer than any backup takes; a killed program leaves its last step.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly SemaphoreSlim _lock = new(1, 1);

    /// <summary>Current step, or null when no backup is running.</summary>
    public BackupStep? Step => state.Find<Reached>(StepKey)?.Step;

    /// <summary>Makes a backup, checks it and copies it to the second folder.</summary>
    /// <returns>Result sentence for the user.</returns>
    /// <exception cref="HealthCode.Domain.Rules.RuleBrokenException">No passphrase has been set.</exception>
    /// <exception cref="BackupRefusedException">The file read back differed from what was written; it was deleted.</exception>
    public async Task<string> MakeAsync(CancellationToken cancellationToken = default)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            await using var alone = await engine.EnterAloneAsync(SharedWork.Backup, cancellationToken);
            await using var scope = scopes.CreateScopeFor(new SystemUser("backup"));
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            var kept = (await db.BackupPlans.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.KeyPair;
            BackupRules.HasPassphrase.Require(kept is not null);

            var path = files.NewPath(clock.Now);
            await Task.Run(() => BackupMaker.Make(engine, folder, keys, path, BackupKeyPair.Of(kept!), clock.Now, Tell, cancellationToken), cancellationToken);
            var name = Path.GetFileName(path);
            db.Audit(Made, name, "读回检查过");
            await db.SaveChangesAsync(CancellationToken.None);
            files.Sweep(clock.Now);
            files.RemoveUpgradeCopies();
            var size = new FileInfo(path).Length;
            return string.Create(CultureInfo.InvariantCulture, $"备份 {name} 已做好，读回来检查过（{Math.Max(1, size / 1024):N0} KB）。") + Sentence(await CopyAsync(db, name, cancellationToken));
        }
        finally
        {
            state.Remove(StepKey);
            _lock.Release();
        }
    }

    /// <summary>拷第二份 — copies the newest backup to the second folder if that is present and lacks it.</summary>
    public async Task<SecondCopy> CopyAsync(CancellationToken cancellationToken = default)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            await using var alone = await engine.EnterAloneAsync(SharedWork.Backup, cancellationToken);
            await using var scope = scopes.CreateScopeFor(new SystemUser("backup"));
            return await CopyAsync(scope.ServiceProvider.GetRequiredService<OfficeDb>(), files.Newest(clock.Now)?.Name, cancellationToken);
        }
        finally
        {
            state.Remove(StepKey);
            _lock.Release();
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string Sentence(SecondCopy copy) => copy switch
    {
        SecondCopy.Made or SecondCopy.IsThere => "已拷到第二个地方。",
        SecondCopy.FolderIsAway => "第二个地方（U 盘）现在不在，没有拷；插上以后打开“管理—备份”会自动拷。",
        SecondCopy.Failed => "没有拷到第二个地方：写不进去，请看看 U 盘满没满。",
        _ => "还没有定第二个地方。",
    };

    private async Task<SecondCopy> CopyAsync(OfficeDb db, string? name, CancellationToken cancellationToken)
    {
        var second = (await db.BackupPlans.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.SecondFolder ?? "";
        if (second.Length == 0)
        {
            return SecondCopy.NotWanted;
        }

        if (!Directory.Exists(second))
        {
            return SecondCopy.FolderIsAway;
        }

        var destroyed = await db.DestructionRecords.IgnoreQueryFilters().Select(record => record.FinishedAt).ToListAsync(cancellationToken);
        BackupFiles.SweepSecond(second, clock.Now, destroyed.Max());
        if (name is null)
        {
            return SecondCopy.NotWanted;
        }

        var there = Path.Combine(second, name);
        if (File.Exists(there))
        {
            return SecondCopy.IsThere;
        }

        try
        {
            Tell(BackupStep.SecondCopy);
            await Task.Run(() => Copy(Path.Combine(files.Folder, name), there), cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotCopied(fault);
            return SecondCopy.Failed;
        }

        await db.InOneTransactionAsync(async () => (await db.BackupPlans.SingleAsync()).Copied(name, clock.Now), CancellationToken.None);
        return SecondCopy.Made;
    }

    /// <summary>Copied under a temporary name first: sticks are pulled out during a write.</summary>
    private static void Copy(string from, string to)
    {
        var draft = to + BackupFiles.Unfinished;
        try
        {
            using (var source = File.OpenRead(from))
            using (var copy = PrivateFile.Create(draft))
            {
                source.CopyTo(copy);
                copy.Flush(flushToDisk: true);
                (source.Position, copy.Position) = (0, 0);
                if (!System.Security.Cryptography.SHA256.HashData(source).AsSpan().SequenceEqual(System.Security.Cryptography.SHA256.HashData(copy)))
                {
                    throw new IOException("the copy is not what was written");
                }
            }

            File.Move(draft, to);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private void Tell(BackupStep step) => state.Set(StepKey, new Reached(step), Longest);

    [LoggerMessage(LogLevel.Warning, "备份没有拷到第二个地方")]
    private partial void LogNotCopied(Exception fault);

    private sealed record Reached(BackupStep Step);
}
