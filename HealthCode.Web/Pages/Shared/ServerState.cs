using System.Globalization;
using HealthCode.Domain.Rules;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Hosting;
using HealthCode.Web.Hosting.Https;
using HealthCode.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Shared;

/// <summary>本机情况 — how the server stands, a sentence each: backup, disk, clock, certificates, background jobs.</summary>
public sealed class ServerState(OfficeDb db, OfficeClock clock, BackupFiles files, DataFolder folder, OfficeAddresses addresses, OfficeCertificates certificates, FailedJobs failed)
{
    private const long Gigabyte = 1L << 30;
    private const long FewBytes = 5 * Gigabyte;
    private const long TooFewBytes = Gigabyte;

    /// <summary>A certificate is renewed thirty days before its end; one that is nearer to it was not.</summary>
    private const int FewDays = 20;

    /// <summary>All lines, always the same ones in the same order.</summary>
    public async Task<IReadOnlyList<StateLine>> LinesAsync() => [await BackupAsync(), Disk(), Clock(), Certificate(), await JobsAsync()];

    /// <summary>Says how much room is left.</summary>
    /// <param name="free">Free bytes.</param>
    public static StateLine Disk(long free)
    {
        var left = free < Gigabyte ? $"{free / (1 << 20)} MB" : string.Create(CultureInfo.InvariantCulture, $"{free / (double)Gigabyte:0.#} GB");
        const string Mend = "请删掉电脑上不用的文件，或者把旧备份拷到 U 盘以后删掉。";
        return free < TooFewBytes ? new("ended", $"磁盘只剩 {left}，快写不下了。{Mend}", "/Administration/Backups/Index", "看备份")
            : free < FewBytes ? new("caution", $"磁盘还剩 {left}，不多了。{Mend}", "/Administration/Backups/Index", "看备份")
            : new("good", $"磁盘还剩 {left}。");
    }

    /// <summary>Says how long the certificate for the other PCs is good.</summary>
    /// <param name="lastDay">Its last day.</param>
    /// <param name="today">Today.</param>
    public static StateLine Certificate(DateOnly lastDay, DateOnly today) =>
        lastDay < today ? new("ended", $"给别的电脑用的证书 {lastDay.Chinese()}到期了，别的电脑打不开。请重新启动本程序，会自己换新的。", "/Account/Certificate", "看证书")
        : lastDay.DayNumber - today.DayNumber < FewDays ? new("caution", $"给别的电脑用的证书 {lastDay.Chinese()}到期，还没有自己换新。请看电脑时间对不对，再重新启动本程序。", "/Administration/System/Clock", "看电脑时间")
        : new("good", $"给别的电脑用的证书到 {lastDay.Chinese()}，到期前 30 天自己换新。", "/Account/Certificate", "给别的电脑安装");

    private async Task<StateLine> BackupAsync()
    {
        const string Page = "/Administration/Backups/Index";
        if (await db.BackupReminderAsync(files, clock.Now) is { } reminder)
        {
            return new(await db.BackupPlans.AnyAsync(plan => plan.PassphraseSetAt != null) ? "caution" : "ended", reminder, Page, "去备份");
        }

        return files.Newest(clock.Now) is { } newest ? new("good", $"上次备份 {newest.At.ChineseShort()}，读回来检查过。", Page, "看备份")
            : new("caution", "口令已设，第一份备份还没有做。", Page, "去备份");
    }

    private StateLine Disk()
    {
        try
        {
            return Disk(new DriveInfo(folder.Path).AvailableFreeSpace);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new("caution", "看不出磁盘还剩多少。请打开“我的电脑”看一看。");
        }
    }

    private StateLine Clock()
    {
        const string Page = "/Administration/System/Clock";
        return clock.ClockError is { } doubt ? new("ended", "电脑时间不对，先停止发卡。" + doubt, Page, "怎么办")
            : new("good", $"电脑时间是{Wording.Moment(clock.Now)[..^3]}，和系统里的记录合得上。", Page, "和北京时间核对");
    }

    private StateLine Certificate()
    {
        if (addresses.HttpsPort is null)
        {
            return new("good", "没有开给别的电脑用的安全地址，不用证书。");
        }

        var (server, authority) = (certificates.Server.NotAfter, certificates.Authority.NotAfter);
        return Certificate(DateOnly.FromDateTime(server < authority ? server : authority), clock.Today);
    }

    private async Task<StateLine> JobsAsync()
    {
        const string Page = "/Administration/System/Jobs";
        var codes = Schedule.All.Select(job => job.Code).ToList();
        var last = await db.JobRuns.AsNoTracking().Where(run => codes.Contains(run.Job)).GroupBy(run => run.Job).Select(runs => runs.Max(run => run.Id)).ToListAsync();
        var names = (await db.JobRuns.AsNoTracking().Where(run => last.Contains(run.Id) && !run.Succeeded).Select(run => run.Job).ToListAsync())
            .Select(code => Schedule.Find(code)!.Name).Concat(failed.All().Select(job => job.Name)).Distinct().ToList();
        return names.Count == 0 ? new("good", "定时工作都做成了。", Page, "看定时工作")
            : new("caution", $"有 {names.Count} 件定时工作没有做成：{string.Join('、', names.Take(3))}{(names.Count > 3 ? "等" : "")}。", Page, "看为什么");
    }
}
