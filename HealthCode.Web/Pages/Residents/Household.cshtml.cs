using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents;

/// <summary>一户 — its members with cards and last check-ins, who is whose guardian, and what is known of the household.</summary>
public sealed class HouseholdModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ResidentCommands residents, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    [BindProperty]
    public HouseholdInput Input { get; set; } = new();

    public Household? Household { get; private set; }

    public IReadOnlyList<HouseholdMember> Members { get; private set; } = [];

    public static IReadOnlyList<Choice> Tenures { get; } = Choice.Of<Tenure>(tenure => tenure.ChineseName());

    /// <summary>责任人: as noted, else the head.</summary>
    public string Responsible => Household?.Responsible?.Value ?? Members.FirstOrDefault(member => member.Resident.RelationToHead == RosterLine.Head)?.Resident.Person.Name.Value ?? "";

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Resident, "一户");
        Input = new() { Tenure = Household?.Tenure, Responsible = Household?.Responsible?.Raw, Phone = Household?.Phone?.Value, Note = Household?.Note };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var read = HouseholdParser.Of(Input, Today);
        ModelState.Add(read.Faults);
        return await SaveAsync(
            () => residents.DescribeAsync(Office, Resident.HouseholdNumber, household => household.Describe(Input.Tenure, read.Responsible, read.Phone, read.Note)),
            "已登记。", RedirectToPage(new { Id }));
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await base.LoadAsync() is { } instead)
        {
            return instead;
        }

        Household = await Db.Households.AsNoTracking().SingleOrDefaultAsync(household => household.OfficeCode == Resident.OfficeCode && household.Number == Resident.HouseholdNumber);
        return null;
    }

    protected override async Task ShowAsync()
    {
        var members = Resident.HouseholdNumber.Length == 0 ? [Resident] : await Db.Residents.AsNoTracking()
            .Where(resident => resident.OfficeCode == Resident.OfficeCode && resident.HouseholdNumber == Resident.HouseholdNumber && resident.State != ResidentState.Merged).ToListAsync();
        var (keys, ids) = (members.Select(member => member.PersonKey).ToList(), members.Select(member => member.Id).ToList());
        var passes = (await Db.Passes.AsNoTracking().Where(pass => keys.Contains(pass.PersonKey) && pass.IsCurrent).ToListAsync()).ToDictionary(pass => pass.PersonKey);
        var reported = await Db.HealthStatuses.Where(status => ids.Contains(status.ResidentId)).ToDictionaryAsync(status => status.ResidentId, status => status.LastReportedOn);
        var guardians = await Db.Guardianships.AsNoTracking().Where(each => ids.Contains(each.WardId) && each.EndedOn == null).ToListAsync();
        Members =
        [
            .. members.OrderBy(member => !member.IsHere).ThenBy(member => member.RelationToHead != RosterLine.Head).ThenBy(member => member.Person.BirthDate).Select(member => new HouseholdMember(
                member, passes.GetValueOrDefault(member.PersonKey), reported.GetValueOrDefault(member.Id),
                [.. guardians.Where(each => each.WardId == member.Id).Select(each => $"{each.Guardian.Name.Value}（{each.Guardian.Relation}）")],
                [.. guardians.Where(each => each.GuardianId == member.Id).Select(each => members.FirstOrDefault(ward => ward.Id == each.WardId)?.Person.Name.Value).OfType<string>()])),
        ];
    }
}

/// <summary>Somebody of a household.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Pass">His current card; null when he has none.</param>
/// <param name="LastCheckInOn">Last day with a check-in.</param>
/// <param name="Guardians">His guardians.</param>
/// <param name="Wards">Whose guardian he is in this household.</param>
public sealed record HouseholdMember(Resident Resident, HealthPass? Pass, DateOnly? LastCheckInOn, IReadOnlyList<string> Guardians, IReadOnlyList<string> Wards);
