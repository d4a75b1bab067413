using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using HealthCode.Web.Retention;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>到期 — after midnight: counts expired passes, deletes resident data past its retention, renews signing keys. Expiry is computed, never
/// stored.</summary>
public sealed partial class ExpiryJob(OfficeDb db, OfficeClock clock, RetentionPurge destruction, SigningKeyStore keys, ILogger<ExpiryJob> log) : IOfficeJob
{
    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        // Protects against a wrong clock: data is deleted only on a day after the job has first reported it as due, so that somebody can check the
        // date.
        var seen = await SeenAsync(context.Job, cancellationToken);
        var destroyed = clock.ClockError is null
            ? await destruction.DestroyDueAsync(context.AfterStart, office => office.ClockIsPlausible(seen, clock.Today), cancellationToken)
            : await destruction.ResumeAsync(cancellationToken);
        foreach (var office in destroyed)
        {
            LogDestroyed(office.OfficialName);
        }

        var reminders = await RemindersAsync(cancellationToken);

        await keys.RenewDueAsync(db);

        var before = context.DoneUpTo ?? context.Day.AddDays(-1);
        var expired = await db.Passes.Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay > before && pass.Validity.LastDay <= context.Day)
            .GroupBy(pass => pass.IsCurrent).Select(group => new { IsCurrent = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new(Days(before.AddDays(1), context.Day)
            + $"到期 {expired.Sum(group => group.Count)} 张，还有 {expired.Where(group => group.IsCurrent).Sum(group => group.Count)} 张没有续办。"
            + (destroyed.Count == 0 ? "" : $"保存期满，已销毁{string.Join('、', destroyed.Select(office => office.OfficialName))}的居民资料。")
            + (await IsPutOffAsync(cancellationToken) ? PutOff(seen) : "")
            + reminders);
    }

    /// <summary>Warns the administrator 7, 3 and 1 days before deletion, in the log and in the result shown on his home page.</summary>
    private async Task<string> RemindersAsync(CancellationToken cancellationToken)
    {
        var ending = (await db.Offices.AsNoTracking().Where(office => office.EpidemicEndedOn != null).OrderBy(office => office.Code).ToListAsync(cancellationToken)).Where(office => office.IsReminderDay(clock.Today)).ToList();
        foreach (var office in ending)
        {
            LogReminder(office.OfficialName, office.DaysUntilDestruction(clock.Today)!.Value);
        }

        return string.Concat(ending.Select(office => $"提醒：{office.OfficialName}的居民资料还有 {office.DaysUntilDestruction(clock.Today)} 天销毁。"));
    }

    /// <summary>The days on which this job ran, by the clock of that time, in order of execution.</summary>
    private async Task<IReadOnlyList<DateOnly>> SeenAsync(ScheduledJob job, CancellationToken cancellationToken) =>
        [.. (await db.JobRuns.AsNoTracking().Where(run => run.Job == job.Code).OrderBy(run => run.Id).Select(run => run.StartedAt).ToListAsync(cancellationToken)).Select(BeijingTime.DayOf)];

    private string PutOff(IReadOnlyList<DateOnly> seen) =>
        clock.ClockError is { } doubt ? $"{doubt}居民资料先不销毁，请核对日期。"
        : $"电脑日期{(seen.Count == 0 ? "" : $"从{seen[^1].Chinese()}")}一下子到了{clock.Today.Chinese()}，保存期满的居民资料今天先不销毁，请核对日期；日期没有错，以后头一个开机的日子销毁。";

    private async Task<bool> IsPutOffAsync(CancellationToken cancellationToken)
    {
        var done = await db.DestructionRecords.IgnoreQueryFilters().Where(record => record.FinishedAt != null).Select(record => record.OfficeCode).ToListAsync(cancellationToken);
        return (await db.Offices.AsNoTracking().Where(office => !done.Contains(office.Code)).ToListAsync(cancellationToken)).Any(office => office.MustDestroyPapers(clock.Today));
    }

    private string Days(DateOnly first, DateOnly last) =>
        first < last ? $"{first.ChineseShort()}至{last.ChineseShort()}"
        : last == clock.Today.AddDays(-1) ? $"昨天（{last.ChineseShort()}）" : last.ChineseShort();

    [LoggerMessage(LogLevel.Warning, "{Office} 的居民资料还有 {Days} 天销毁")]
    private partial void LogReminder(string office, int days);

    [LoggerMessage(LogLevel.Warning, "保存期满，已销毁 {Office} 的居民资料")]
    private partial void LogDestroyed(string office);
}
