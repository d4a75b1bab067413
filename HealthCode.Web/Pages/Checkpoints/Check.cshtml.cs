using System.Text.Json;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Offices;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Checkpoints;

/// <summary>查验 — checks one person at a checkpoint: card, temperature, identity, then records the result.</summary>
public sealed class CheckModel(OfficeDb db, CurrentUser currentUser, CardVerification verification, CameraFrameReader cameras, OfficeClock clock, TimeLimitedToken tokens) : OfficePageModel
{
    /// <summary>What the guard has to do if the card is valid but there is an incident.</summary>
    public const string HeldAdvice = "先不要放行。请在下面写明当场怎样处理，再登记。";

    private static readonly TimeSpan ComparedFor = TimeSpan.FromMinutes(15);

    private long? _requestedId;

    [BindProperty]
    public CheckInput Input { get; set; } = new();

    /// <summary>The checkpoints the user may work at: a guard's own one, all open ones of the office for other staff.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints { get; private set; } = [];

    public Checkpoint? Checkpoint { get; private set; }

    public RulePack Pack { get; private set; } = null!;

    public CheckVerdict? Verdict { get; private set; }

    public PaperComparison Paper { get; private set; } = PaperComparison.None;

    /// <summary>The reasons why this check is recorded as an incident; empty if the person may pass.</summary>
    public IReadOnlyList<string> Incidents { get; private set; } = [];

    /// <summary>The first incident if the card itself is valid; shown in large letters instead of the card's state. Otherwise null.</summary>
    public string? HeldBack => Verdict is { IsGood: true } && Incidents.Count > 0 ? Incidents[0] : null;

    /// <summary>JSON for check.js: the incidents known before the guard has answered anything on the page.</summary>
    public string SeenBefore => JsonSerializer.Serialize(new GateFinding { PaperFits = PaperFits }.Incidents(Verdict!));

    /// <summary>JSON for check.js: results of the official code that are incidents (in lower case), each with the name of its incident.</summary>
    public static string KeptBackBy { get; } = JsonSerializer.Serialize(Enum.GetValues<HealthCodeResult>()
        .Select(word => (Value: word.ToString().ToLowerInvariant(), Kinds: GateFinding.IncidentsOf(word)))
        .Where(word => word.Kinds.Count > 0).ToDictionary(word => word.Value, word => word.Kinds[0]));

    public int PeopleToday { get; private set; }

    public static IReadOnlyList<Choice> NormalOrNot { get; } = [new("true", "正常"), new("false", "不正常")];

    public static IReadOnlyList<Choice> OfficialResults { get; } = Choice.Of<HealthCodeResult>(word => word.ChineseName());

    public bool MeasuresFirst => Checkpoint?.Mode == CheckMode.Port;

    private bool? PaperFits => Paper switch { PaperComparison.Fits => true, PaperComparison.Differs => false, _ => null };

    /// <summary>The verdict as shown in large letters.</summary>
    public static string Word(CheckVerdict verdict) => verdict is { Outcome: CheckOutcome.Valid, ByNumberOnly: true } ? "编号有效" : verdict.Outcome.ChineseName();

    /// <summary>"good", "caution" or "stop"; decides colour and shape of the verdict.</summary>
    public static string Tone(CheckVerdict verdict) => verdict.Outcome switch
    {
        // A number can be copied, so it does not prove that the card is genuine.
        CheckOutcome.Valid => verdict.ByNumberOnly ? "caution" : "good",
        _ => GateBand.Tone(verdict.Outcome),
    };

    /// <summary>One sentence that tells the guard what to do now; he can read it aloud.</summary>
    public static string Advice(CheckVerdict verdict) => verdict.Outcome switch
    {
        CheckOutcome.Valid when verdict.ByNumberOnly => "编号在用。只凭编号不能验真伪：请看卡上的公章，对照本人证件。",
        CheckOutcome.Valid => "再量体温，正常就放行。",
        CheckOutcome.ListTooOld => "卡是真的，但手上的停用名单太旧：请给核发机构打电话问一声。",
        CheckOutcome.NumberAlone => "编号没有在停用名单上，但只凭编号不能验真伪：请扫卡背面的二维码；扫不了，看公章、对照本人证件。",
        CheckOutcome.Expired => "请本人到村（居）委会重新申办；当场请联系核发机构。",
        CheckOutcome.Revoked => "这张卡已经停用：请联系村委会，等人来处理。",
        CheckOutcome.Void => "这张卡报过遗失、损毁或者已经收回，换了新卡：请出示新卡，或联系村委会。",
        CheckOutcome.StolenKey => "签发这张卡的密钥已报失窃，分不清真假：请本人到核发的村（居）委会换一张，到期日不变；当场请打电话核实。",
        CheckOutcome.NotHandedOver => "这张卡还没有办完（没有盖章发放）：请联系核发机构。",
        CheckOutcome.Ended => "疫情已经解除，不用再查卡。",
        CheckOutcome.NotRead => "这不说明卡有问题。把二维码放平，再扫一次；输的是编号，请对照卡背面的 20 位再输一遍。总是这样，请看是不是扫了别的码。",
        _ => "这不是本系统和信任名单里各村（居）签发的卡。请看是不是扫错了别的码；是卡上的码，请联系村委会核实。",
    };

    public void OnGet(long? at) => Select(at);

    /// <summary>验码: checks the scanned code or typed number.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (MeasuresFirst && Input.FoundNormal is null)
        {
            ModelState.Add(new RuleBrokenException([GateRules.TemperatureFirst.Broken(CheckMode.Port.ChineseOrder(Pack), GateField.FoundNormal)]));
            return Page();
        }

        await JudgeAsync();
        // Numbers are sequential and can be guessed, so only a scanned code fills in the personal data of the last passage.
        if (Pack.Passages == PassageKeeping.EveryPassage && Verdict is { ByNumberOnly: false, Number: { } number })
        {
            await FillInAsync(number);
        }

        return Page();
    }

    /// <summary>用摄像头扫: the text of the code in one frame, as JSON. The frame is neither kept nor logged.</summary>
    public async Task<IActionResult> OnPostFrameAsync(CancellationToken cancellationToken)
    {
        var answer = await cameras.ReadAsync(Request, cancellationToken);
        return new JsonResult(new { code = answer.Code, fault = answer.Fault }) { StatusCode = answer.Status };
    }

    /// <summary>核对证件: tells whether the ID number is the card holder's; records no passage.</summary>
    public async Task<IActionResult> OnPostPaperAsync()
    {
        await JudgeAsync();
        if (string.IsNullOrWhiteSpace(Input.DocumentNumber))
        {
            ModelState.AddModelError("Input.DocumentNumber", "请先读身份证，或输入证件号码，再核对。");
        }

        return Page();
    }

    /// <summary>放行, or 登记情况: records a passage, or an incident if there is one.</summary>
    public async Task<IActionResult> OnPostRecordAsync()
    {
        await JudgeAsync();
        if (_requestedId is not null && Checkpoint?.Id != _requestedId)
        {
            // The checkpoint was closed while the page was open; do not record the passage at another one.
            ModelState.Add([GateRules.GateIsOpen.Broken()]);
        }

        if (Checkpoint is not { } checkpoint || Verdict is not { IsRead: true } verdict || Finding() is not { } finding || !ModelState.IsValid)
        {
            return Page();
        }

        return await SaveAsync(async () =>
        {
            RuleBrokenException.ThrowIfAny(finding.MissingSteps(checkpoint.Mode, Pack, verdict));
            if (Incidents.Count > 0)
            {
                var incident = await verification.NoteAsync(checkpoint, verdict, finding, LineAttribute.Clean(Input.Handling), LineAttribute.Clean(Input.ReportedTo));
                return RedirectToPage("/Checkpoints/Incidents/Details", new { id = incident.Id });
            }

            await verification.LetPassAsync(checkpoint, Pack, verdict, finding, Input.Form());
            StatusMessage = "已放行。";
            return RedirectToPage(new { at = Input.CheckpointId });
        });
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (Handler == "Frame")
        {
            return null;
        }

        Pack = (await db.OfficeAtAsync(currentUser)).RulesOn(clock.Today);
        Checkpoints = await db.OpenCheckpointsAsync(currentUser);
        Select(Input.CheckpointId);
        return null;
    }

    protected override async Task ShowAsync() => PeopleToday = Checkpoint is null ? 0 : await verification.PeopleTodayAsync(Checkpoint);

    /// <summary>Selects the requested checkpoint, or the first one.</summary>
    private void Select(long? at)
    {
        Checkpoint = Checkpoints.RequestedOrFirst(at);
        (_requestedId, Input.CheckpointId) = (at, Checkpoint?.Id);
    }

    private async Task JudgeAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.Code))
        {
            ModelState.AddModelError("Input.Code", "请扫卡背面的二维码，或输入卡号。");
            return;
        }

        if (Input.Code.Length > CheckInput.LongestCode)
        {
            // Validation has added the error already; do not send such a long text back.
            Input.Code = null;
            ModelState.SetModelValue("Input.Code", "", "");
            return;
        }

        Verdict = await verification.VerifyAsync(Input.Code);
        await CompareAsync(Verdict);
        // A temperature that cannot be read does not take back what the guard has ticked.
        Incidents = Verdict.IsRead ? (Finding() ?? Observed(null)).Incidents(Verdict) : [];
    }

    /// <summary>人证核对. A signed token in the form keeps the result, so that posting the page again neither compares nor counts again.</summary>
    private async Task CompareAsync(CheckVerdict verdict)
    {
        if (string.IsNullOrWhiteSpace(Input.DocumentNumber) || ModelState.TryGetValue("Input.DocumentNumber", out var entry) && entry.Errors.Count > 0)
        {
            return;
        }

        var asked = $"{verdict.Number?.Value}\n{Input.DocumentNumber}";
        if (tokens.Read(Input.Compared)?.What.Split('\n', 2) is [var said, var of] && of == asked && Enum.TryParse(said, out PaperComparison known))
        {
            Paper = known;
            return;
        }

        Paper = await verification.CompareAsync(Input.Code, Input.DocumentNumber, Checkpoint);
        Input.Compared = Paper is PaperComparison.Fits or PaperComparison.Differs ? tokens.Issue($"{Paper}\n{asked}", ComparedFor) : null;
        ModelState.SetModelValue("Input.Compared", Input.Compared, Input.Compared);
    }

    /// <summary>一次登记、多次进出: fills in the data of the last passage with this card. Only on a scan, so that the guard can clear it afterwards.</summary>
    private async Task FillInAsync(PassNumber number)
    {
        if (await verification.LastAsync(number) is { } last)
        {
            (Input.Name, Input.Phone, Input.Plate) = (last.Name, last.Phone, last.Plate);
        }
    }

    /// <summary>The guard's answers besides the card; null with a validation error if the temperature cannot be parsed.</summary>
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

        return Observed(temperature);
    }

    private GateFinding Observed(BodyTemperature? temperature) => new()
    {
        FoundNormal = Input.FoundNormal, Temperature = temperature, Official = Input.Official, PaperFits = PaperFits, ScannedForHolder = Input.ScannedForHolder,
    };
}
