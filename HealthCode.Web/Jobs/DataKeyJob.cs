using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Jobs;

/// <summary>数据密钥 — replaces the data key after a year; all rows are then re-encrypted in the background.</summary>
public sealed class DataKeyJob(OfficeDb db, DataKeyStore dataKeys, KeyRotationJob rotation, OfficeClock clock) : IOfficeJob
{
    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        var set = dataKeys.Keys.Set;
        if (set.Keys.Count > 1)
        {
            return new("正在换，已经启用新的密钥。");
        }

        var due = set.Current.MadeOn.AddYears(1);
        if (due > clock.Today)
        {
            return new($"不用换：{set.Current.MadeOn.Chinese()}启用，{due.Chinese()}换新。");
        }

        await rotation.BeginAsync(db);
        return new("已满一年，换了新密钥，正在把居民资料逐行重新加密，不影响办事。");
    }
}
