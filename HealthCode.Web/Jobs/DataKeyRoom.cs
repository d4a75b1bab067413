using System.Threading.Channels;
using HealthCode.Web.Data;
using HealthCode.Web.Security;

namespace HealthCode.Web.Jobs;

/// <summary>换数据密钥 — after a new key has come, closes every row with it behind the scenes; then the old keys are deleted. What a power cut interrupts is gone on with at the next start.</summary>
public sealed partial class DataKeyRoom(IServiceScopeFactory scopes, DataKeyBox box, IHostApplicationLifetime program, ILogger<DataKeyRoom> log) : BackgroundService
{
    private readonly Channel<bool> _asked = Channel.CreateUnbounded<bool>();
    private volatile ResealProgress? _progress;
    private volatile string? _fault;

    /// <summary>How far it is, or null when there is nothing to do.</summary>
    public ResealProgress? Progress => _progress;

    /// <summary>What kept it from its end the last time, in words for the office; null when nothing did.</summary>
    public string? Fault => _fault;

    /// <summary>换一把新密钥.</summary>
    /// <exception cref="Domain.Rules.RuleBrokenException">The last one has not been finished.</exception>
    public async Task BeginAsync(OfficeDb db)
    {
        await db.InOneTransaction(() =>
        {
            DataKeyRules.OneAtATime.Require(box.Keys.Set.Keys.Count == 1);
            db.Note("换数据密钥", "数据密钥");
            box.Add();
            return Task.CompletedTask;
        });
        Ask();
    }

    /// <summary>Goes on with what was interrupted.</summary>
    public void Ask()
    {
        (_progress, _fault) = (new(0, 0), null);
        _asked.Writer.TryWrite(true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = program.ApplicationStarted.Register(started.SetResult);
        try
        {
            // A program that cannot open its address ends at once and leaves the work to the one that is open.
            await started.Task.WaitAsync(stoppingToken);
            if (box.Keys.Set.Keys.Count > 1)
            {
                Ask();
            }

            await foreach (var _ in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
                _progress = null;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // There are two keys in the file: the next start goes on.
        }
    }

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, resealing) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<Resealing>());
            var done = await resealing.DoAsync(progress => _progress = progress, stopping);
            if (done.Broken.Count > 0)
            {
                // The keys stay: whoever restores the rows from a backup needs them.
                LogBroken(string.Join('、', done.Broken));
                _fault = $"有 {done.Broken.Count} 处打不开（{string.Join('、', done.Broken.Take(5))}{(done.Broken.Count > 5 ? "……" : "")}），旧密钥先留着。请从备份里恢复这几行，再点“接着做”。";
                return;
            }

            await db.InOneTransaction(
                () =>
                {
                    db.Note("删去旧数据密钥", "数据密钥", $"重新加密 {done.Rows} 行");
                    box.DropOld();
                    return Task.CompletedTask;
                },
                stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnfinished(fault);
            _fault = "没有做完，原因记在运行日志里。资料都打得开；点“接着做”，或者下次开机自动接着做。";
        }
    }

    [LoggerMessage(LogLevel.Error, "换数据密钥没有做完")]
    private partial void LogUnfinished(Exception fault);

    [LoggerMessage(LogLevel.Error, "换数据密钥：打不开 {Places}")]
    private partial void LogBroken(string places);
}
