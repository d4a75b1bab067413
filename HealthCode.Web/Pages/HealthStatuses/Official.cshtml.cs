using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>登记官方结果.</summary>
public sealed class OfficialModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public OfficialInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Sources { get; } = [.. Choice.Of<OfficialSource>(source => source.ChineseName()).Where(choice => choice.Value != nameof(OfficialSource.File))];

    public IReadOnlyList<Choice> Results => [.. Terms.Values.Select(value => new Choice(value.Result.ToString(), value.Words))];

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Record.Resident, "官方结果");
        Input = new() { SeenOn = Today, SeenAt = TimeOnly.FromDateTime(BeijingTime.At(Now).DateTime).Typed() };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!TypedTime.TryParse(Input.SeenAt, out var time))
        {
            ModelState.AddModelError("Input.SeenAt", "请写时间，例如 9:30");
        }

        return await ChangeAsync(() => Note(new(Input.Result!.Value, Input.Source!.Value, BeijingTime.StartOf(Input.SeenOn ?? Today).Add(time.ToTimeSpan()), Staff, LineAttribute.Clean(Input.Consent))), "官方结果已登记。");
    }

    private void Note(OfficialResult result)
    {
        Record.ToChange(Db).Note(result, Pack, Now);
        if (ResultCase.CalledForBy(result, Record.Resident, Record.Cases, Terms) is { } verification)
        {
            Db.ResultCases.Add(verification);
        }
    }
}
