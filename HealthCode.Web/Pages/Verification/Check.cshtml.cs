using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Verification;

/// <summary>查验 — one person at the gate: the card, the temperature, and on.</summary>
[Authorize(Policies.Check)]
public sealed class CheckModel(OfficeDb db, Desk desk, GateDesk gate, OfficeClock clock) : PageModel
{
    [BindProperty]
    public CheckInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>The gates one may stand at: a guard's own, the office's open ones for its staff.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints { get; private set; } = [];

    public Checkpoint? Standing { get; private set; }

    public RulePack Pack { get; private set; } = null!;

    public CheckVerdict? Verdict { get; private set; }

    public bool? PaperFits { get; private set; }

    /// <summary>What makes an incident of it.</summary>
    public IReadOnlyList<string> Incidents { get; private set; } = [];

    public int PeopleToday { get; private set; }

    public bool MeasuresFirst => Standing?.Mode == CheckMode.Port;

    public Task OnGetAsync(long? at)
    {
        Input.CheckpointId = at;
        return LoadAsync();
    }

    /// <summary>验码.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (MeasuresFirst && Input.FoundNormal is null)
        {
            ModelState.Add(new RuleBrokenException([GateRules.TemperatureFirst.Broken(field: nameof(Input.FoundNormal))]));
            return Page();
        }

        await JudgeAsync();
        return Page();
    }

    /// <summary>放行, or 登记情况.</summary>
    public async Task<IActionResult> OnPostRecordAsync()
    {
        await LoadAsync();
        await JudgeAsync();
        if (Standing is not { } checkpoint || Verdict is not { } verdict || Finding() is not { } finding || !ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            RuleBrokenException.ThrowIfAny(finding.Open(checkpoint.Mode));
            if (Incidents.Count > 0)
            {
                var incident = await gate.NoteAsync(checkpoint, verdict, finding, LineAttribute.Clean(Input.Handling), LineAttribute.Clean(Input.ReportedTo));
                return RedirectToPage("Incidents/Details", new { id = incident.Id });
            }

            await gate.LetPassAsync(checkpoint, Pack, verdict, finding, Input.Form());
            StatusMessage = "已放行。";
            return RedirectToPage(new { at = Input.CheckpointId });
        }
        catch (RuleBrokenException broken)
        {
            ModelState.Add(broken);
            return Page();
        }
    }

    private async Task LoadAsync()
    {
        Pack = (await db.OfficeAt(desk)).RulesOn(clock.Today);
        Checkpoints = await db.Checkpoints.AsNoTracking()
            .Where(checkpoint => !checkpoint.IsClosed && (desk.CheckpointId == null || checkpoint.Id == desk.CheckpointId)).OrderBy(checkpoint => checkpoint.Name).ToListAsync();
        Standing = Checkpoints.FirstOrDefault(checkpoint => checkpoint.Id == Input.CheckpointId) ?? Checkpoints.FirstOrDefault();
        Input.CheckpointId = Standing?.Id;
        PeopleToday = Standing is null ? 0 : await gate.PeopleTodayAsync(Standing);
    }

    private async Task JudgeAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.Code))
        {
            ModelState.AddModelError("Input.Code", "请扫卡背面的二维码，或输入卡号。");
            return;
        }

        Verdict = await gate.JudgeAsync(Input.Code);
        PaperFits = await gate.PaperFitsAsync(Input.Code, Input.PaperNumber);
        Incidents = (Finding() ?? new()).Incidents(Verdict);
        if (Pack.Passages == PassageKeeping.EveryPassage && Verdict.Number is { } number && Input.Name is null && await gate.LastAsync(number) is { } last)
        {
            (Input.Name, Input.Phone, Input.Plate) = (last.Name, last.Phone, last.Plate);
            ModelState.Remove("Input.Name");
            ModelState.Remove("Input.Phone");
            ModelState.Remove("Input.Plate");
        }
    }

    /// <summary>What was seen beside the card; null when a temperature cannot be read.</summary>
    private GateFinding? Finding()
    {
        BodyTemperature? temperature = null;
        if (!string.IsNullOrWhiteSpace(Input.Temperature))
        {
            if (!BodyTemperature.TryParse(Input.Temperature, out var read, out var fault))
            {
                ModelState.TryAddModelError("Input.Temperature", fault + "。");
                return null;
            }

            temperature = read;
        }

        return new()
        {
            FoundNormal = Input.FoundNormal, Temperature = temperature, Official = Input.Official, PaperFits = PaperFits, ScannedForHolder = Input.ScannedForHolder,
        };
    }
}
