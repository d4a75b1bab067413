using HealthCode.Domain.Rules;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Administration.Backups;

/// <summary>备份 — sets the passphrase and the second folder, starts a backup, and lists the existing ones.</summary>
public sealed class IndexModel(OfficeDb db, OfficeClock clock, CurrentUser currentUser, BackupFiles files, BackupRunner backups, BackupNowJob backupNow, RecurringJobs recurring, DataFolder folder, IDatabaseEngine engine) : OfficePageModel
{
    [BindProperty]
    public BackupInput Input { get; set; } = new();

    public BackupPlan Plan { get; private set; } = new();

    public IReadOnlyList<BackupOnDisk> Files { get; private set; } = [];

    /// <summary>File names in the second folder; null if the folder is missing or unreadable, e.g. an unplugged USB stick.</summary>
    public IReadOnlySet<string>? InSecond { get; private set; }

    /// <summary>The last backup run, scheduled or started by hand; null if there was none.</summary>
    public JobRun? Last { get; private set; }

    public string? Reminder { get; private set; }

    public bool IsBusy { get; private set; }

    public BackupStep Step { get; private set; }

    public string ProgressText => $"正在备份：{Step.ChineseName()}……可以先离开，做别的事。";

    public string Folder => files.Folder;

    /// <summary>Copies of the database that the program neither makes nor deletes, or null.</summary>
    public string? CopiesElsewhere => engine.CopiesElsewhere;

    public void OnGet()
    {
    }

    /// <summary>Progress of the running backup, polled by the page once a second.</summary>
    public async Task<IActionResult> OnGetProgressAsync()
    {
        await LookAsync();
        return new JobProgress(IsBusy, (int)Step, BackupStepNames.Count, ProgressText).Answer();
    }

    /// <summary>设置口令, and starts the first backup with it.</summary>
    public async Task<IActionResult> OnPostPassphraseAsync()
    {
        var typed = Input.Passphrase?.Trim() ?? "";
        Refuse(BackupRules.IsLongEnough(typed), BackupRules.PassphraseIsLong, "Input.Passphrase");
        Refuse(typed == (Input.Again?.Trim() ?? ""), BackupRules.PassphraseIsTypedTwice, "Input.Again");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = BackupKeyPair.Make(typed).ToBytes();
        await db.InOneTransactionAsync(async () => (await PlanAsync()).SetKeyPair(made, clock.Now));
        await recurring.RescheduleAsync(db);
        await backupNow.EnqueueAsync(currentUser.Staff!);
        StatusMessage = "口令已设好，正在做第一份备份。请把口令写在纸上，装进信封封好，锁进柜子；忘了口令，谁也打不开备份。";
        return RedirectToPage();
    }

    /// <summary>第二个地方、下班时间.</summary>
    public async Task<IActionResult> OnPostPlanAsync()
    {
        var (second, typed) = (Input.Second?.Trim() ?? "", Input.Closing);
        Refuse(second.Length == 0 || IsElsewhere(second), BackupRules.SecondFolderIsElsewhere, "Input.Second");
        if (!TypedTime.TryParse(typed, out var closing))
        {
            ModelState.AddModelError("Input.Closing", $"“{(typed?.Length > 20 ? typed[..20] + "…" : typed)}”看不懂，时间请写成 17:30。");
        }

        return await SaveAsync(
            async () =>
            {
                await db.InOneTransactionAsync(async () =>
                {
                    (await PlanAsync()).CopyTo(second);
                    await db.SetClosingAsync(closing);
                });
                await recurring.RescheduleAsync(db);
                backupNow.EnqueueCopy();
            },
            second.Length == 0 ? "已保存。没有第二个地方：这台电脑坏了或者丢了，备份也就没有了。"
            : Directory.Exists(second) ? "已保存。每次备份都会拷一份过去。"
            : "已保存。那个地方现在不在；插上 U 盘以后，下次备份或者打开这一页时会自动拷。",
            RedirectToPage(),
            whole: "Input.Closing");
    }

    /// <summary>立即备份.</summary>
    public async Task<IActionResult> OnPostNowAsync()
    {
        if (!await db.BackupPlans.AnyAsync(plan => plan.KeyPair != null))
        {
            ModelState.AddModelError("Input.Passphrase", BackupRules.HasPassphrase.Sentence);
            return Page();
        }

        db.Audit("立即运行", "备份");
        await db.SaveChangesAsync();
        await backupNow.EnqueueAsync(currentUser.Staff!);
        StatusMessage = "开始备份。可以先离开，做别的事。";
        return RedirectToPage();
    }

    protected override async Task ShowAsync()
    {
        await LookAsync();
        Plan = await db.BackupPlans.AsNoTracking().SingleOrDefaultAsync() ?? new();
        (Files, InSecond) = (files.All(), LyingIn(Plan.SecondFolder));
        if (InSecond is not null && Files is [var newest, ..] && !InSecond.Contains(newest.Name))
        {
            backupNow.EnqueueCopy();
        }

        Last = await db.JobRuns.AsNoTracking().Where(run => BackupReminder.Jobs.Contains(run.Job)).OrderByDescending(run => run.Id).FirstOrDefaultAsync();
        Reminder = await db.BackupReminderAsync(files, clock.Now);
        Input.Second ??= Plan.SecondFolder;
        Input.Closing ??= (await db.DeadlinesAsync()).Closing.Typed();
    }

    private async Task LookAsync()
    {
        var step = backups.Step;
        (IsBusy, Step) = (step is not null || await backupNow.IsBusyAsync(), step ?? BackupStep.Copy);
    }

    private void Refuse(bool holds, Rule rule, string field)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, rule.Sentence);
        }
    }

    private bool IsElsewhere(string second) => second.Length <= BackupPlan.LongestPath && Path.IsPathFullyQualified(second)
        && !IsIn(second, folder.Path) && !IsIn(second, files.Folder);

    private static bool IsIn(string path, string folder)
    {
        var below = Path.GetRelativePath(folder, path);
        return below == "." || (!Path.IsPathRooted(below) && below != ".." && !below.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    /// <summary>Returns null if the folder does not exist or cannot be read.</summary>
    private static HashSet<string>? LyingIn(string second)
    {
        try
        {
            return Directory.Exists(second) ? [.. Directory.GetFiles(second).Select(file => Path.GetFileName(file))] : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<BackupPlan> PlanAsync() => await db.BackupPlans.SingleOrDefaultAsync() ?? db.BackupPlans.Add(new()).Entity;
}
