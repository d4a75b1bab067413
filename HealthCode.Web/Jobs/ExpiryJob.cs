using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Jobs;

/// <summary>到期 — what the day that ended has brought: expired cards, days of keeping that are over, keys that have signed for a year. No card is changed: that it has expired is told by the day.</summary>
public sealed partial class ExpiryJob(OfficeDb db, OfficeClock clock, Destruction destruction, Keyring keys, ILogger<ExpiryJob> log) : IOfficeJob
{
    public async Task<JobOutcome> DoAsync(JobTurn turn, CancellationToken stopping)
    {
        var destroyed = await destruction.DestroyDueAsync(turn.AfterStart, stopping);
        foreach (var office in destroyed)
        {
            LogDestroyed(office.OfficialName);
        }

        await keys.RenewDueAsync(db);

        var before = turn.DoneUpTo ?? turn.Day.AddDays(-1);
        var expired = await db.Passes.Where(pass => pass.State == PassState.HandedOver && pass.Validity.LastDay > before && pass.Validity.LastDay <= turn.Day)
            .GroupBy(pass => pass.IsCurrent).Select(group => new { IsCurrent = group.Key, Count = group.Count() }).ToListAsync(stopping);
        return new(Days(before.AddDays(1), turn.Day)
            + $"到期 {expired.Sum(group => group.Count)} 张，还有 {expired.Where(group => group.IsCurrent).Sum(group => group.Count)} 张没有续办。"
            + (destroyed.Count == 0 ? "" : $"保存期满，已销毁{string.Join('、', destroyed.Select(office => office.OfficialName))}的居民资料。"));
    }

    private string Days(DateOnly first, DateOnly last) =>
        first < last ? $"{first.ChineseShort()}至{last.ChineseShort()}"
        : last == clock.Today.AddDays(-1) ? $"昨天（{last.ChineseShort()}）" : last.ChineseShort();

    [LoggerMessage(LogLevel.Warning, "保存期满，已销毁 {Office} 的居民资料")]
    private partial void LogDestroyed(string office);
}
