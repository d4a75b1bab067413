using HealthCode.Domain.Offices;

namespace HealthCode.Web.Jobs;

/// <summary>作息表 — all scheduled jobs and their times, in Beijing time.</summary>
public static class Schedule
{
    /// <summary>Ordered by time of day.</summary>
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        new("expiry", "到期", "数一数昨天到期、还没有续办的卡；保存期满的居民资料销毁；签发密钥满一年换新。", typeof(ExpiryJob), _ => new(0, 5)) { DaysLater = 1 },
        new("due-list", "今天要问的", "排出今天要打卡、要上门的人，早上打开就有。", typeof(DueListJob), _ => new(0, 5)),
        new("tidy-up", "清理", "删除一天以前的临时文件、60 天以前自动出的报表、一年以前的工作记录。", typeof(TidyUpJob), _ => new(0, 30)),
        new("data-keys", "数据密钥", "给居民资料加密的密钥满一年换新。", typeof(DataKeyJob), _ => new(0, 35)),
        new("backup-night", "夜间备份", "数据库和密钥加密备份，读回来检查，拷到第二个地方；30 天以前的备份删除。", typeof(BackupJob), _ => new(0, 40)) { Since = BackupJob.SinceAsync },
        new("audit", "校验审计", "把审计记录从头到尾核对一遍：有没有被改动、删掉、添加、截掉。", typeof(AuditJob), _ => new(0, 45)),
        new("daily-office", "日报（报办公室）", "出昨天一整天的日报表，早上报办公室。", typeof(DailyReportJob), deadlines => ReportDeadlines.GenerationTimeFor(deadlines.Office))
        {
            DaysLater = 1, CatchUpDays = DailyReportJob.MostMissedDays, Deadline = deadlines => deadlines.Office,
        },
        new("renewals", "续办名单", "3 天内到期的卡，按组列出来，一早就能去通知。", typeof(RenewalListJob), _ => new(7, 10)),
        new("check-ins-office", "打卡汇总（报办公室）", "汇总昨天的健康打卡：每个网格员应打、已打多少人，谁没有报齐；补录的也算进去。", typeof(CheckInSummaryJob), deadlines => deadlines.Office)
        {
            DaysLater = 1, CatchUpDays = DailyReportJob.MostMissedDays,
        },
        new("backup-closing", "下班备份", "下班时再备份一次，U 盘插着就拷一份带走。", typeof(BackupJob), deadlines => deadlines.Closing) { Since = BackupJob.SinceAsync },
        new("daily-group", "日报（报组长）", "出当天的日报表，当晚报组长。", typeof(DailyReportJob), deadlines => ReportDeadlines.GenerationTimeFor(deadlines.Group))
        {
            CatchUpDays = DailyReportJob.MostMissedDays, Deadline = deadlines => deadlines.Group,
        },
        new("check-ins-group", "打卡汇总（报组长）", "当晚收齐健康打卡：每个网格员应打、已打多少人，谁没有报齐。", typeof(CheckInSummaryJob), deadlines => deadlines.Group)
        {
            CatchUpDays = DailyReportJob.MostMissedDays,
        },
    ];

    /// <summary>Returns the job with this code, or null.</summary>
    public static ScheduledJob? Find(string? code) => All.FirstOrDefault(job => job.Code == code);
}
