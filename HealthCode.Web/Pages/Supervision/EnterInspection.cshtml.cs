using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Supervision;

/// <summary>登记督查 — item by item of the notice's list for this kind of place.</summary>
public sealed class EnterInspectionModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock) : SupervisionPageModel(db, currentUser, clock)
{
    /// <summary>Which list.</summary>
    [FromRoute]
    public string? Form { get; set; }

    [BindProperty]
    public InspectionInput Input { get; set; } = new();

    public InspectionForm List { get; private set; } = null!;

    public static IReadOnlyList<Choice> Outcomes { get; } = Choice.Of<InspectionOutcome>(outcome => outcome.ChineseName());

    /// <summary>场所 of the register, to choose from; any other place may be typed.</summary>
    public IReadOnlyList<string> Venues { get; private set; } = [];

    public void OnGet() => (Input.InspectedOn, Input.Inspector) = (Today, Staff.Name);

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => Db.Inspections.Add(Inspection.Enter(
            Office, List,
            new(LineAttribute.Clean(Input.Place), Input.InspectedOn!.Value, LineAttribute.Clean(Input.Inspector), LineAttribute.Clean(Input.Told), Input.RecheckOn),
            [.. Input.Outcomes.Take(List.Items.Count)], [.. Input.Own.Take(Inspection.MostOwnItems).Select(own => (LineAttribute.Clean(own.Text), own.Outcome))], Staff, Now)),
        "督查已登记。要当面交给对方的，打开它打印告知单。",
        RedirectToPage("Inspections"));

    protected override bool IsKnown => Terms.Inspection(Form) is not null;

    protected override Task<bool> FindAsync()
    {
        List = Terms.Inspection(Form)!;
        while (Input.Outcomes.Count < List.Items.Count)
        {
            Input.Outcomes.Add(null);
        }

        while (Input.Own.Count < Inspection.MostOwnItems)
        {
            Input.Own.Add(new());
        }

        return Task.FromResult(true);
    }

    protected override async Task ShowAsync() => Venues = await Db.Venues.AsNoTracking().Where(venue => venue.State != VenueState.Closed).OrderBy(venue => venue.Name).Select(venue => venue.Name).ToListAsync();

    protected override Func<Field, string> PathOf => InspectionInput.PathOf;
}
