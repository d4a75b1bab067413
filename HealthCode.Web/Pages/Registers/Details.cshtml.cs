using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Web.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Registers;

/// <summary>一条登记 — what the slip says, what follows from it, what stood there before, and the next step.</summary>
public sealed class DetailsModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, RegisterCommands registers, AccessLog accessLog, Unmasking unmasking) : EntryPageModel(db, currentUser, clock)
{
    [FromQuery(Name = "shown")]
    public string? Shown { get; set; }

    [BindProperty]
    public StepInput Input { get; set; } = new();

    public Masking Masking { get; private set; } = null!;

    /// <summary>Whom the entry is about, as the roster has him; null when it does not.</summary>
    public Resident? Resident { get; private set; }

    public Facility? Facility { get; private set; }

    protected override Func<Field, string> PathOf => each => each.Name is RegisterField.ArrivedOn or RegisterField.IsolationFrom or RegisterField.IsolationTo or RegisterField.IsolationPlace or RegisterField.PatientNumber or RegisterField.Note or RegisterField.Reason
        ? each.Name.ToString() : nameof(Input.Reason);

    public Task OnGetAsync() => accessLog.OpenedAsync(Entry, Form.Name);

    public Task<IActionResult> OnPostArriveAsync() => StepAsync(() => registers.ArriveAsync(Office, Form, Id, Input.ArrivedOn ?? Today, Input.IsolationFrom, Input.IsolationTo, LineAttribute.Clean(Input.IsolationPlace)), "已登记到达。");

    public Task<IActionResult> OnPostEndIsolationAsync() => StepAsync(() => registers.EndIsolationAsync(Office, Form, Id), "已登记：隔离结束。");

    public Task<IActionResult> OnPostPatientAsync()
    {
        FieldFaults<Field> faults = [];
        var number = Input.PatientNumber ?? "";
        var document = new FieldParser<Field>(faults, Today).Document(IdentityDocumentKind.ResidentIdCard, (RegisterField.PatientNumber, number), (RegisterField.PatientNumber, null), false).Document;
        ModelState.Add(faults, pathOf: PathOf);
        return StepAsync(() => registers.IdentifyPatientAsync(Office, Form, Id, document!), "患者已核实。");
    }

    public Task<IActionResult> OnPostResumeAsync() => StepAsync(() => registers.ResumeIsolationAsync(Office, Form, Id), "已撤回，隔离照旧。");

    public Task<IActionResult> OnPostUnknownAsync() => StepAsync(() => registers.LeavePatientUnknownAsync(Office, Form, Id, LineAttribute.Clean(Input.Note)), "已记下：问不到患者。");

    public Task<IActionResult> OnPostVoidAsync() => StepAsync(() => registers.VoidAsync(Office, Form, Id, Input.Version, LineAttribute.Clean(Input.Reason)), "已作废，登记留着，不再算数。");

    protected override async Task ShowAsync()
    {
        Input.Version = Entry.Version;
        Masking = unmasking.Over(Entry, Shown, HttpContext);
        Resident = (await Db.SubjectsAsync([Entry])).Values.FirstOrDefault();
        Facility = await Db.Facilities.AsNoTracking().SingleOrDefaultAsync(facility => facility.Id == Entry.FacilityId);
    }

    private Task<IActionResult> StepAsync(Func<Task> step, string done) => SaveAsync(step, done, RedirectToPage(new { Id }));
}
