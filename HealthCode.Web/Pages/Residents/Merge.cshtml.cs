using HealthCode.Domain.Residents;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Residents;

/// <summary>合并 — two entries side by side; the one of the route stays and is corrected from both, the other one is marked as its double.</summary>
public sealed class MergeModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, ResidentCommands residents, AccessLog accessLog) : ResidentPageModel(db, currentUser, clock)
{
    /// <summary>The entry that is merged into <see cref="ResidentPageModel.Resident"/>.</summary>
    [FromRoute]
    public long Other { get; set; }

    [BindProperty]
    public ResidentInput Input { get; set; } = new();

    public Resident Duplicate { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await accessLog.OpenedAsync(Resident, "合并居民");
        await accessLog.OpenedAsync(Duplicate, "合并居民");
        var (kept, other) = (Resident.ToLine(), Duplicate.ToLine());
        Input = ResidentInput.Of(kept with
        {
            Phone = kept.Phone ?? other.Phone,
            Address = Filled(kept.Address, other.Address),
            VillageGroup = Filled(kept.VillageGroup, other.VillageGroup),
            HouseholdNumber = Filled(kept.HouseholdNumber, other.HouseholdNumber),
            RelationToHead = Filled(kept.RelationToHead, other.RelationToHead),
            GridWorker = kept.GridWorker ?? other.GridWorker,
            School = Filled(kept.School, other.School),
            SchoolClass = Filled(kept.SchoolClass, other.SchoolClass),
            HasSmartphone = kept.HasSmartphone ?? other.HasSmartphone,
            CareNeeds = (kept.CareNeeds ?? CareNeeds.None) | (other.CareNeeds ?? CareNeeds.None),
            Note = Filled(kept.Note, other.Note),
        });
        Input.Version = Resident.Version;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var read = ResidentParser.Of(Input, Resident.Guardian ?? Duplicate.Guardian, Today);
        ModelState.Add(read.Faults);
        return await ChangeAsync(() => residents.MergeAsync(Office, Other, Id, Input.Version, read.Line!, LineAttribute.Clean(Input.Reason)), "已合并，两边原来写的都留着。");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await base.LoadAsync() is { } instead)
        {
            return instead;
        }

        if (await Db.Residents.AsNoTracking().SingleOrDefaultAsync(resident => resident.Id == Other) is not { } other)
        {
            return NotFound();
        }

        Duplicate = other;
        return null;
    }

    private static string Filled(string kept, string other) => kept.Length > 0 ? kept : other;
}
