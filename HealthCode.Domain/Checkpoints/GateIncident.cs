using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>查验情况 — a holder was stopped at a gate: findings, handling, and to whom it was reported. Holds the card number, never a name.</summary>
public sealed class GateIncident
{
    /// <summary>Maximum length in characters of 当场处理 and of 上报给.</summary>
    public const int LongestLine = 60;

    private const char Between = '；';

    private GateIncident(string officeCode, long checkpointId, string checkpointName, DateTimeOffset at, DateOnly on)
    {
        (OfficeCode, CheckpointId, CheckpointName, At, On) = (officeCode, checkpointId, checkpointName, at, on);
        (Number, Findings, Handling, ReportedTo, By) = ("", "", "", "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office that runs the gate.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>关口: key of the gate.</summary>
    public long CheckpointId { get; private set; }

    /// <summary>Name of the gate at that time.</summary>
    public string CheckpointName { get; private set; }

    /// <summary>Time of the check.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Day of the check.</summary>
    public DateOnly On { get; private set; }

    /// <summary>卡号, empty if none was read.</summary>
    public string Number { get; private set; }

    /// <summary>情况: 已停用；体温不正常 …</summary>
    public string Findings { get; private set; }

    /// <summary><see cref="Findings"/> as a list.</summary>
    public IReadOnlyList<string> Kinds => Findings.Split(Between);

    /// <summary>体温, if recorded.</summary>
    public BodyTemperature? Temperature { get; private set; }

    /// <summary>当场处理.</summary>
    public string Handling { get; private set; }

    /// <summary>上报给, empty until reported.</summary>
    public string ReportedTo { get; private set; }

    /// <summary>Time of the report, or null.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>值守人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>登记.</summary>
    /// <param name="checkpoint">The gate.</param>
    /// <param name="verdict">Of the card; null if none was checked, because the person declares for the official code.</param>
    /// <param name="finding">What the guard saw.</param>
    /// <param name="handling">当场怎样处理.</param>
    /// <param name="by">值守人.</param>
    /// <param name="at">Time.</param>
    /// <param name="on">Day.</param>
    /// <exception cref="RuleBrokenException"><paramref name="handling"/> is empty.</exception>
    public static GateIncident Note(Checkpoint checkpoint, CheckVerdict? verdict, GateFinding finding, string handling, StaffMember by, DateTimeOffset at, DateOnly on)
    {
        RuleBrokenException.ThrowIfAny(handling.Length > 0 ? [] : [GateRules.Handled.Broken(field: GateField.Handling)]);

        return new(checkpoint.OfficeCode, checkpoint.Id, checkpoint.Name, at, on)
        {
            Number = verdict?.Number?.Value ?? "",
            Findings = string.Join(Between, finding.Incidents(verdict)),
            Temperature = finding.Temperature,
            Handling = handling,
            By = by,
        };
    }

    /// <summary>上报.</summary>
    /// <exception cref="RuleBrokenException"><paramref name="to"/> is empty, or the incident was reported before.</exception>
    public void Report(string to, DateTimeOffset at)
    {
        GateRules.ReportedToNamed.Require(to.Length > 0);
        GateRules.ReportedOnce.Require(ReportedAt is null);

        (ReportedTo, ReportedAt) = (to, at);
    }
}
