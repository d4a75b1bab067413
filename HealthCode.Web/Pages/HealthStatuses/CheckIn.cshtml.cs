using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>代填打卡 — writes down the check-in of one resident.</summary>
public sealed class CheckInModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog, CheckInEntry entry) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public CheckInInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Channels { get; } = Choice.Of<CheckInChannel>(channel => channel.ChineseName());

    /// <summary>Risk areas named in the address and the itinerary; they decide nothing.</summary>
    public IReadOnlyList<RiskAreaHit> RiskAreas { get; private set; } = [];

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "健康打卡（完整）");

    public async Task<IActionResult> OnPostAsync()
    {
        var read = CheckInParser.Of(Input, Terms.CheckIn, Today);
        ModelState.Add(read.Faults, pathOf: CheckInInput.PathOf);
        if (Input.OpenedOn is { } opened && opened != Today && string.IsNullOrWhiteSpace(Input.Day))
        {
            ModelState.AddModelError("Input.Day", $"这一页是{opened.ChineseShort()}打开的，现在已经过了零点，还没有记下。记那一天的，请填“补录以前的日子”；记在今天的，再按一次“记下”。");
        }

        var areas = await AreasAsync(read);
        return await SaveAsync(
            () => entry.EnterAsync(Office, Record.Resident, read.Day, Input.Channel!.Value, read.Content, read.Late),
            $"{read.Day.ChineseShort()}的打卡已记下。{(areas.Count > 0 ? $"地址里有风险地区：{string.Join('、', areas.Select(hit => $"{hit.Area.Name}（{hit.Area.Notice}）").Distinct())}，{RiskAreaMatcher.Caution}。" : "")}",
            RedirectToPage("Details", new { Id }));
    }

    /// <summary>对照风险地区: shows what was typed beside the list, and saves nothing.</summary>
    public IActionResult OnPostAreas() => Page();

    protected override async Task ShowAsync() => RiskAreas = await AreasAsync(CheckInParser.Of(Input, Terms.CheckIn, Today));

    private Task<IReadOnlyList<RiskAreaHit>> AreasAsync(CheckInParser read) => Db.RiskAreasInAsync(Office.Code, SupervisionQueries.PlacesOf(read.Content, Record.Resident.Address, read.Day));

    protected override Func<Field, string> PathOf => CheckInInput.PathOf;
}
