using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.HealthStatuses;

/// <summary>开始医学观察.</summary>
public sealed class ObserveModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : HealthRecordPageModel(db, currentUser, clock)
{
    [BindProperty]
    public ObservationInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Grounds =>
        [.. ObservationRules.GroundsOf(Terms).Select(ground => new Choice(ground.ToString(), Terms.Grounds.FirstOrDefault(each => each.Ground == ground)?.Words ?? ground.ChineseName()))];

    public static IReadOnlyList<Choice> Places { get; } = Choice.Of<ObservationPlace>(place => place.ChineseName());

    public Task OnGetAsync() => accessLog.OpenedAsync(Record.Resident, "登记医学观察");

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Db.Observations.Add(Observation.Start(Record.Resident, Input.Place!.Value, Input.StartedOn!.Value, Input.Details(), Record.Observations, Pack, Staff, Now)),
        "医学观察已登记，每天都会在“今天要问的”里。");
}
