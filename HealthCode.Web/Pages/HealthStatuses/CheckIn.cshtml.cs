using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>代填打卡 — writes down the check-in of one resident.</summary>
public sealed class CheckInModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog, CheckInEntry entry) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public CheckInInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Channels { get; } = Choice.Of<CheckInChannel>(channel => channel.ChineseName());

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "健康打卡（完整）");

    public async Task<IActionResult> OnPostAsync()
    {
        var read = CheckInParser.Of(Input, Terms.CheckIn, Today);
        ModelState.Add(read.Faults, pathOf: CheckInInput.PathOf);
        if (Input.OpenedOn is { } opened && opened != Today && string.IsNullOrWhiteSpace(Input.Day))
        {
            ModelState.AddModelError("Input.Day", $"这一页是{opened.ChineseShort()}打开的，现在已经过了零点，还没有记下。记那一天的，请填“补录以前的日子”；记在今天的，再按一次“记下”。");
        }

        return await SaveAsync(
            () => entry.EnterAsync(Office, Record.Resident, read.Day, Input.Channel!.Value, read.Content, read.Late),
            $"{read.Day.ChineseShort()}的打卡已记下。",
            RedirectToPage("Details", new { Id }));
    }

    protected override Func<Field, string> PathOf => CheckInInput.PathOf;
}
