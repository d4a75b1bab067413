namespace HealthCode.Domain.Rules;

/// <summary>官方健康码的规定 — what a province's notices say of its official code: values and words, what they follow from, how they change, the daily check-in.</summary>
/// <remarks>The program mirrors the official result and issues none of its own (宁疫指办发〔2020〕71号 三).</remarks>
public sealed record HealthCodeTerms
{
    /// <summary>The platform that issues it, e.g. 我的宁夏.</summary>
    public required string Platform { get; init; }

    /// <summary>Its values, the clear one first, the gravest last.</summary>
    public required IReadOnlyList<HealthCodeValue> Values { get; init; }

    /// <summary>What the notices attach to recorded facts; empty where they do not say from what a value follows.</summary>
    public IReadOnlyList<GroundValue> Grounds { get; init; } = [];

    /// <summary>How one value follows another; empty where the notices count no days.</summary>
    public IReadOnlyList<StatusTransition> Transitions { get; init; } = [];

    /// <summary>From what the clear value follows when no ground is recorded; null where only the platform can know.</summary>
    public Citation? Clear { get; init; }

    /// <summary>灰码: when a clear code without check-ins turns grey; null where it never does.</summary>
    public GrayRule? Gray { get; init; }

    /// <summary>Who is asked every day.</summary>
    public CheckInAudience Audience { get; init; }

    /// <summary>The daily check-in.</summary>
    public required CheckInForm CheckIn { get; init; }

    /// <summary>更正: how often a declaration may be corrected in a day; null where the notices set no number.</summary>
    public CorrectionQuota? Corrections { get; init; }

    /// <summary>健康状态核验: results that call for one; none where the notices speak of none.</summary>
    public IReadOnlyList<HealthCodeResult> VerifiedResults { get; init; } = [];

    /// <summary>Days of a medical observation; null where the notices set no number.</summary>
    public int? ObservationDays { get; init; }

    /// <summary>Minutes a code on a screen may be shown before it must be opened again; null where the notices set none.</summary>
    public int? ScreenMinutes { get; init; }

    /// <summary>监护人代领: where the notices let a guardian hold the code of his ward; null where they speak of none.</summary>
    public Citation? GuardianClaims { get; init; }

    /// <summary>开具相关证明材料: where the notices let the office write down why somebody cannot apply; null where no other paper is allowed.</summary>
    public Citation? CircumstanceStatements { get; init; }

    /// <summary>「按规则推算，仅供工作提示，以“我的宁夏”为准」.</summary>
    public string Caution => $"按规则推算，仅供工作提示，以“{Platform}”为准";

    /// <summary>The words of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The province has no such value.</exception>
    public string WordsOf(HealthCodeResult result) => Values.FirstOrDefault(value => value.Result == result)?.Words
        ?? throw new ArgumentOutOfRangeException(nameof(result), result, $"no value of {Platform}");

    /// <summary>How grave a value is, 0 for the clear one.</summary>
    internal int GravityOf(HealthCodeResult result) => Values.Index().First(value => value.Item.Result == result).Index;
}

/// <summary>A value of an official code.</summary>
/// <param name="Result">Which.</param>
/// <param name="Words">As the province calls it: 绿码, 未见异常.</param>
public sealed record HealthCodeValue(HealthCodeResult Result, string Words);

/// <summary>A fact and the value the notices attach to it.</summary>
/// <param name="Ground">The fact.</param>
/// <param name="Result">The value.</param>
/// <param name="Words">The fact in the notice's words.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record GroundValue(HealthGround Ground, HealthCodeResult Result, string Words, Citation Citation);

/// <summary>赋码转换 — a value becomes another after a number of days reported in a row; the first report is day 1.</summary>
/// <param name="From">The value now.</param>
/// <param name="To">The value after.</param>
/// <param name="Days">Days in a row.</param>
/// <param name="Counts">Which reports count.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record StatusTransition(HealthCodeResult From, HealthCodeResult To, int Days, CountedReports Counts, Citation Citation);

/// <summary>Which reports a transition counts.</summary>
public enum CountedReports
{
    /// <summary>医院治愈后，由隔离机构每日上报.</summary>
    ByInstitutionAfterCure,

    /// <summary>个人连续上报, by any way but the institution's.</summary>
    ByPerson,

    /// <summary>健康登记信息正常, by any way.</summary>
    Normal,
}

/// <summary>灰码 — a clear code turns grey when this many full days have passed without a check-in (DECISIONS.md D8).</summary>
/// <param name="FullDays">Full days without.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record GrayRule(int FullDays, Citation Citation);

/// <summary>Who is asked for a check-in every day.</summary>
public enum CheckInAudience
{
    /// <summary>Nobody: who asks for it himself may check in.</summary>
    WhoeverAsks,

    /// <summary>Who has an official code that the office keeps up, whose value is not clear, and who is under observation.</summary>
    KeptUp,

    /// <summary>到户到人，不漏一人.</summary>
    Everyone,
}

/// <summary>更正次数.</summary>
/// <param name="DeclarationsADay">Declarations of one person in a day, the first included.</param>
/// <param name="CountsDeclarations">Whether every declaration of the day counts, or its corrections alone.</param>
/// <param name="KeepsIdentity">Whether name, number and telephone stay as they are.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record CorrectionQuota(int DeclarationsADay, bool CountsDeclarations, bool KeepsIdentity, Citation Citation);
