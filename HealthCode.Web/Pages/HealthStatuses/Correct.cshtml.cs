using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>更正打卡 — keeps what stood there as a version.</summary>
public sealed class CorrectModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog, CheckInEntry entry) : HealthRecordPageModel(db, currentUser, clock)
{
    /// <summary>The check-in.</summary>
    [FromRoute]
    public long CheckIn { get; set; }

    [BindProperty]
    public CheckInInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<CheckInCorrection>(kind => kind == CheckInCorrection.ByPerson ? "本人更正：本人说错了" : "录入笔误：我们打错了，不占次数");

    public DailyCheckIn Corrected { get; private set; } = null!;

    /// <summary>今天还可更正几次; null where the notices set no number.</summary>
    public int? Left { get; private set; }

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Record.Resident, "更正打卡（完整）");
        Input = CheckInInput.Of(Corrected, Terms.CheckIn);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Channel = Corrected.Channel;
        var read = CheckInParser.Of(Input, Terms.CheckIn, Today);
        ModelState.Add(read.Faults, pathOf: CheckInInput.PathOf);
        if (Input.Correction is null)
        {
            ModelState.AddModelError("Input.Correction", "请选：是本人说错了，还是录入打错了。");
        }

        return await SaveAsync(() => entry.CorrectAsync(Office, Record.Resident, CheckIn, Input.Version, read.Content, Input.Correction!.Value, read.Reason), "已更正，原来的一版还留着。", RedirectToPage("Details", new { Id }));
    }

    protected override Func<Field, string> PathOf => CheckInInput.PathOf;

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await base.LoadAsync() is { } missing)
        {
            return missing;
        }

        if (await Db.CheckIns.AsNoTracking().SingleOrDefaultAsync(each => each.Id == CheckIn && each.ResidentId == Id) is not { } checkIn)
        {
            return NotFound();
        }

        Corrected = checkIn;
        Left = Terms.Corrections is { } quota ? DailyCheckIn.CorrectionsLeft(await entry.RecentAsync(Id), quota, Today) : null;
        return null;
    }
}
