using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Supervision;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>登记截止时间 — empty, or as a notice has it.</summary>
public sealed class EnterDeadlineModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    [BindProperty]
    public DeadlineInput Input { get; set; } = new();

    /// <param name="suggestion">Code of a suggestion to begin with; unknown ones begin empty.</param>
    public async Task OnGetAsync(string? suggestion)
    {
        if ((await Db.SuggestedDeadlinesAsync(Pack)).FirstOrDefault(each => each.Code == suggestion) is { Due: { } due })
        {
            Input = new()
            {
                Title = due.Title, Notice = due.Notice, Day = due.Day is { } day && day > Today ? day : null, Time = due.Time.Typed(), IsDaily = due.Day is null,
                Reporters = string.Join('\n', due.Reporters), To = due.To,
            };
        }
    }

    public Task<IActionResult> OnPostAsync()
    {
        if (!TypedTime.TryParse(Input.Time, out var time))
        {
            ModelState.Add([DeadlineRules.HasTime.Broken(field: DeadlineField.Time)]);
        }

        if (Input.IsDaily == Input.Day is not null && ModelState["Input.Day"]?.Errors.Count is not > 0)
        {
            ModelState.Add([DeadlineRules.DayOrDaily.Broken(field: DeadlineField.Day)]);
        }

        return ChangeAsync(
            () => Db.Deadlines.Add(Deadline.Set(Office, new(LineAttribute.Clean(Input.Title), LineAttribute.Clean(Input.Notice), Input.Day, time, DeadlineInput.Lines(Input.Reporters), LineAttribute.Clean(Input.To)), Staff, Now)),
            "已登记，到时间前会在首页提醒。",
            RedirectToPage("Deadlines"));
    }
}
