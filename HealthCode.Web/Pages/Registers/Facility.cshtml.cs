using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>一个单位、医院、药店 — changed or closed here; of a unit also its roll, and whether all of it may go back to work.</summary>
public sealed class FacilityModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, AccessLog accessLog) : RegisterPageModel(db, currentUser, clock)
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public FacilityInput Input { get; set; } = new();

    public Facility Facility { get; private set; } = null!;

    /// <summary>名单 of a unit; empty for others.</summary>
    public IReadOnlyList<RollMember> Roll { get; private set; } = [];

    protected override Func<Field, string> PathOf => each => each.Name.ToString();

    public Task OnGetAsync()
    {
        Input = FacilityInput.Of(Facility);
        return accessLog.OpenedAsync(Facility, "名单");
    }

    public Task<IActionResult> OnPostAsync()
    {
        FieldFaults<Field> faults = [];
        var details = FacilityParser.Read(Input, faults, Today);
        ModelState.Add(faults, pathOf: PathOf);
        return ChangeAsync(async facility => facility.Describe(details, [.. (await FacilitiesAsync()).Where(other => other.Id != Id)]), "已保存。");
    }

    /// <summary>停用.</summary>
    public Task<IActionResult> OnPostCloseAsync()
    {
        ForgetErrors();
        return ChangeAsync(facility =>
        {
            facility.Close(Today);
            return Task.CompletedTask;
        }, "已停用，登记过的留着。");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Facilities.AsNoTracking().SingleOrDefaultAsync(facility => facility.Id == Id) is not { } facility)
        {
            return NotFound();
        }

        (Facility, Desk) = (facility, facility.Kind);
        return await base.LoadAsync() ?? (facility.OfficeCode == Office.Code ? null : NotFound());
    }

    protected override async Task ShowAsync() => Roll = Desk == RegisterKind.Work ? await Db.RollAsync(Id, Pack.HealthCode) : [];

    private Task<IActionResult> ChangeAsync(Func<Facility, Task> change, string done) => SaveAsync(
        () => Db.ChangeAsync(Office, async () => await change(await Db.Facilities.SingleAsync(facility => facility.Id == Id))), done, RedirectToPage(new { Id }));
}
