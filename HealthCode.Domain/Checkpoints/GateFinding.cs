using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>关口看到的 — the guard's observations besides the card: 体温 as judged by the guard, result of the official code, identity paper.</summary>
public sealed record GateFinding
{
    /// <summary>Text of the register for 人证不一致.</summary>
    public const string PaperDiffers = "证件号码与卡不一致";

    /// <summary>Text of the register for 体温不正常.</summary>
    public const string NotNormal = "体温不正常";

    /// <summary>Prefix in the register before the result of 官方码.</summary>
    public const string OfficialSaid = "官方码：";

    /// <summary>体温是否正常: the guard's tick; null if not ticked yet.</summary>
    public bool? FoundNormal { get; init; }

    /// <summary>体温, if recorded. Not used for any decision (DECISIONS.md D13).</summary>
    public BodyTemperature? Temperature { get; init; }

    /// <summary>官方码, if the holder showed one.</summary>
    public HealthCodeResult? Official { get; init; }

    /// <summary>持卡人与证件一致; null if no identity paper was compared.</summary>
    public bool? PaperFits { get; init; }

    /// <summary>人工代扫: the guard scanned the gate's code for a holder without a telephone (DECISIONS.md D21).</summary>
    public bool ScannedForHolder { get; init; }

    /// <summary>Steps not done yet, in the order of the gate; empty if complete. 扫码 is required only for holders who may pass.</summary>
    public IReadOnlyList<Breach> MissingSteps(CheckMode mode, RulePack pack, CheckVerdict verdict) =>
    [
        .. FoundNormal is null ? [GateRules.TemperatureTicked.Broken(field: GateField.FoundNormal)] : Array.Empty<Breach>(),
        .. mode == CheckMode.Port && pack.GateCode is { } code && !ScannedForHolder && Incidents(verdict).Count == 0
            ? [GateRules.ScannedForHolder.Broken(code, GateField.ScannedForHolder)] : Array.Empty<Breach>(),
    ];

    /// <summary>Reasons to record an incident, in the wording of the register; empty if there is none.</summary>
    /// <param name="verdict">Of the card; null if none was checked, because the person declares for the official code.</param>
    public IReadOnlyList<string> Incidents(CheckVerdict? verdict) =>
    [
        .. verdict is null or { IsGood: true } ? Array.Empty<string>() : [verdict.Outcome.ChineseName()],
        .. PaperFits == false ? [PaperDiffers] : Array.Empty<string>(),
        .. FoundNormal == false ? [NotNormal] : Array.Empty<string>(),
        .. IncidentsOf(Official),
    ];

    /// <summary>The incident text for a result of the official code; empty if it is no incident.</summary>
    public static IReadOnlyList<string> IncidentsOf(HealthCodeResult? official) =>
        official is HealthCodeResult.Yellow or HealthCodeResult.Red or HealthCodeResult.Notice ? [OfficialSaid + official.Value.ChineseName()] : [];
}
