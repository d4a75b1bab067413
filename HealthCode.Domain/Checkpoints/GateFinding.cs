using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>关口看到的 — beside the card: 体温 as the guard judged it, the word of the official code, whether the paper is the holder's.</summary>
public sealed record GateFinding
{
    /// <summary>人证不一致, as the register writes it.</summary>
    public const string PaperDiffers = "证件号码与卡不一致";

    /// <summary>体温不正常, as the register writes it.</summary>
    public const string NotNormal = "体温不正常";

    /// <summary>官方码, as the register begins to write it.</summary>
    public const string OfficialSaid = "官方码：";

    /// <summary>体温是否正常: the guard's tick, or null while open.</summary>
    public bool? FoundNormal { get; init; }

    /// <summary>体温, if it was written down. It decides nothing (DECISIONS.md D13).</summary>
    public BodyTemperature? Temperature { get; init; }

    /// <summary>官方码, if one was shown.</summary>
    public HealthCodeResult? Official { get; init; }

    /// <summary>持卡人与证件一致; null when no paper was compared.</summary>
    public bool? PaperFits { get; init; }

    /// <summary>人工代扫: the guard scanned the code of the gate for somebody without a telephone (DECISIONS.md D21).</summary>
    public bool ScannedForHolder { get; init; }

    /// <summary>What is still to be done at the gate, in its order; empty when nothing. 扫码 is for who goes on, not for who is held back.</summary>
    public IReadOnlyList<Breach> Open(CheckMode mode, RulePack pack, CheckVerdict verdict) =>
    [
        .. FoundNormal is null ? [GateRules.TemperatureTicked.Broken(field: GateField.FoundNormal)] : Array.Empty<Breach>(),
        .. mode == CheckMode.Port && pack.GateCode is { } code && !ScannedForHolder && Incidents(verdict).Count == 0
            ? [GateRules.ScannedForHolder.Broken(code, GateField.ScannedForHolder)] : Array.Empty<Breach>(),
    ];

    /// <summary>What makes an incident of it, in the words of the register; empty when somebody may simply go on.</summary>
    public IReadOnlyList<string> Incidents(CheckVerdict verdict) =>
    [
        .. verdict.IsGood ? Array.Empty<string>() : [verdict.Outcome.ChineseName()],
        .. PaperFits == false ? [PaperDiffers] : Array.Empty<string>(),
        .. FoundNormal == false ? [NotNormal] : Array.Empty<string>(),
        .. IncidentsOf(Official),
    ];

    /// <summary>What a word of the official code makes an incident of; empty when nothing.</summary>
    public static IReadOnlyList<string> IncidentsOf(HealthCodeResult? official) =>
        official is HealthCodeResult.Yellow or HealthCodeResult.Red or HealthCodeResult.Notice ? [OfficialSaid + official.Value.ChineseName()] : [];
}
