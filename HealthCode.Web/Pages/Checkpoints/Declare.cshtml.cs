using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using HealthCode.Web.HealthStatuses;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>关口监督申报 — takes the check-in of somebody who asks at a gate to declare for the official code; a temperature found not normal becomes an incident.</summary>
public sealed class DeclareModel(OfficeDb db, CurrentUser currentUser, OfficeClock clock, GateDeclaration declarations) : OfficePageModel
{
    private const string Unknown = "姓名和证件号码与名册对不上，没有记下。请核对；还是不行的，请他到村（居）委会窗口申报。";

    [BindProperty]
    public DeclareInput Input { get; set; } = new();

    public IReadOnlyList<Checkpoint> Checkpoints { get; private set; } = [];

    public Checkpoint? Checkpoint { get; private set; }

    public Office Office { get; private set; } = null!;

    public HealthCodeTerms Terms => Office.RulesOn(clock.Today).HealthCode;

    /// <summary>Documents with a number; who has none declares at the window.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [.. Choice.Of<IdentityDocumentKind>(kind => kind.ChineseName()).Where(choice => choice.Value != nameof(IdentityDocumentKind.None))];

    /// <summary>Where the form asks for a temperature, which the guard sees measured.</summary>
    public static bool IsOffered(RulePack pack) => pack.HealthCode.CheckIn.AsksTemperature;

    public void OnGet(long? at) => Select(at);

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Channel = CheckInChannel.Gate;
        var read = CheckInParser.Of(Input, Terms.CheckIn, clock.Today);
        ModelState.Add(read.Faults, pathOf: CheckInInput.PathOf);
        if (!Input.Asked)
        {
            ModelState.AddModelError("Input.Asked", "本人没有要求申报官方码的，不用填这一页：持卡的查卡、测温就可以通行。");
        }

        if (await ResidentAsync() is not { } resident || Checkpoint is not { } checkpoint)
        {
            return Page();
        }

        return await SaveAsync(async () =>
        {
            if (await declarations.TakeAsync(Office, checkpoint, resident, read.Content, LineAttribute.Clean(Input.Handling)) is { } incident)
            {
                return RedirectToPage("/Checkpoints/Incidents/Details", new { id = incident.Id });
            }

            StatusMessage = "申报已记下。";
            return RedirectToPage("Check", new { at = checkpoint.Id });
        });
    }

    protected override Func<Field, string> PathOf => CheckInInput.PathOf;

    protected override async Task<IActionResult?> LoadAsync()
    {
        Office = await db.OfficeAtAsync(currentUser);
        if (!IsOffered(Office.RulesOn(clock.Today)))
        {
            return NotFound();
        }

        Checkpoints = await db.OpenCheckpointsAsync(currentUser);
        Select(Input.CheckpointId);
        return null;
    }

    private void Select(long? at)
    {
        Checkpoint = Checkpoints.RequestedOrFirst(at);
        Input.CheckpointId = Checkpoint?.Id;
    }

    /// <summary>Who declares; null with a validation error if the name or number cannot be read or is nobody's.</summary>
    private async Task<Domain.Residents.Resident?> ResidentAsync()
    {
        FieldFaults<string> faults = [];
        var fields = new FieldParser<string>(faults, clock.Today);
        var name = fields.NeededName(nameof(Input.Name), Input.Name);
        var document = fields.Document(Input.Kind ?? IdentityDocumentKind.ResidentIdCard, (nameof(Input.DocumentNumber), Input.DocumentNumber), (nameof(Input.DocumentNumber), null), saveDespiteFault: false).Document;
        foreach (var fault in faults.DistinctBy(fault => fault.Field))
        {
            ModelState.TryAddModelError("Input." + fault.Field, fault.Sentence);
        }

        if (name is null || document is null || Checkpoint is null || !ModelState.IsValid)
        {
            return null;
        }

        var resident = await declarations.FindAsync(Office, Checkpoint, name, document);
        if (resident is null)
        {
            ModelState.AddModelError("Input.DocumentNumber", Unknown);
        }

        return resident;
    }
}
