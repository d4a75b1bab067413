using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents;

/// <summary>监护人 — who acts for a resident, and, where the notices speak of it, the official code that a guardian has claimed for him.</summary>
public sealed class GuardianModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, GuardianCommands guardians, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    [BindProperty]
    public GuardianInput Input { get; set; } = new();

    public IReadOnlyList<Guardianship> Guardians { get; private set; } = [];

    public IReadOnlyList<GuardianClaim> Claims { get; private set; } = [];

    /// <summary>Adults of the household, to choose from.</summary>
    public IReadOnlyList<Resident> Adults { get; private set; } = [];

    public Citation? ClaimsCitation => Pack.HealthCode.GuardianClaims;

    public Task OnGetAsync() => accessLog.OpenedAsync(Resident, "监护人");

    public async Task<IActionResult> OnPostAsync()
    {
        FieldFaults<string> faults = [];
        var fields = new FieldParser<string>(faults, Today);
        var name = Input.GuardianId is null ? fields.NeededName(nameof(Input.Name), Input.Name) : null;
        var (born, phone) = (fields.Day(nameof(Input.BirthDate), Input.BirthDate), fields.Phone(nameof(Input.Phone), Input.Phone));
        ModelState.Add(faults.Select(fault => (fault.Field ?? "", fault.Sentence)));
        return await SaveAsync(
            () => guardians.NoteAsync(Office, Id, Input.GuardianId, name, born, LineAttribute.Clean(Input.Relation), phone, LineAttribute.Clean(Input.Seen)),
            "监护人已登记。", RedirectToPage(new { Id }));
    }

    public Task<IActionResult> OnPostEndAsync() =>
        SaveAsync(() => guardians.EndAsync(Office, Input.GuardianshipId ?? 0, LineAttribute.Clean(Input.EndedFor)), "已登记结束。", RedirectToPage(new { Id }));

    public Task<IActionResult> OnPostClaimAsync() =>
        SaveAsync(() => guardians.ClaimAsync(Office, Id, Input.GuardianshipId ?? 0, Input.ClaimedOn ?? Today, LineAttribute.Clean(Input.Consent)), "代领已登记。", RedirectToPage(new { Id }));

    protected override async Task ShowAsync()
    {
        Guardians = await Db.Guardianships.AsNoTracking().Where(each => each.WardId == Id).OrderBy(each => each.EndedOn != null).ThenByDescending(each => each.Id).ToListAsync();
        Claims = await Db.GuardianClaims.AsNoTracking().Where(claim => claim.WardId == Id).OrderByDescending(claim => claim.Id).ToListAsync();
        Adults = Resident.HouseholdNumber.Length == 0 ? [] :
        [
            .. (await Db.Residents.AsNoTracking().Where(other => other.OfficeCode == Resident.OfficeCode && other.HouseholdNumber == Resident.HouseholdNumber && other.State == ResidentState.Here && other.Id != Id).ToListAsync())
                .Where(other => GuardianshipRules.IsAdult(other.Person.BirthDate, Today)).OrderBy(other => other.Person.BirthDate),
        ];
    }
}
