using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>查验情况 — somebody who could not simply go on: what was seen, what was done, to whom it was reported. A number, never a name.</summary>
public sealed class GateIncident
{
    /// <summary>Characters of what was done, and of to whom it was reported.</summary>
    public const int LongestLine = 60;

    private const char Between = '；';

    private GateIncident(string officeCode, long checkpointId, string checkpointName, DateTimeOffset at, DateOnly on)
    {
        (OfficeCode, CheckpointId, CheckpointName, At, On) = (officeCode, checkpointId, checkpointName, at, on);
        (Number, Findings, Handling, ReportedTo, By) = ("", "", "", "", null!);
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps the gate.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>关口.</summary>
    public long CheckpointId { get; private set; }

    /// <summary>Its name at that time.</summary>
    public string CheckpointName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>卡号, empty when what was shown had none.</summary>
    public string Number { get; private set; }

    /// <summary>情况: 已停用；体温不正常 …</summary>
    public string Findings { get; private set; }

    /// <summary>What was seen, one kind after the other.</summary>
    public IReadOnlyList<string> Kinds => Findings.Split(Between);

    /// <summary>体温, if it was written down.</summary>
    public BodyTemperature? Temperature { get; private set; }

    /// <summary>当场处理.</summary>
    public string Handling { get; private set; }

    /// <summary>上报给, empty while it has not been.</summary>
    public string ReportedTo { get; private set; }

    /// <summary>When it was reported.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>值守人.</summary>
    public StaffMember By { get; private set; }

    /// <summary>登记.</summary>
    /// <exception cref="RuleBrokenException">Nothing said of what was done.</exception>
    public static GateIncident Note(Checkpoint checkpoint, CheckVerdict verdict, GateFinding finding, string handling, StaffMember by, DateTimeOffset at, DateOnly on)
    {
        RuleBrokenException.ThrowIfAny(handling.Length > 0 ? [] : [GateRules.Handled.Broken(field: GateField.Handling)]);

        return new(checkpoint.OfficeCode, checkpoint.Id, checkpoint.Name, at, on)
        {
            Number = verdict.Number?.Value ?? "",
            Findings = string.Join(Between, finding.Incidents(verdict)),
            Temperature = finding.Temperature,
            Handling = handling,
            By = by,
        };
    }

    /// <summary>上报.</summary>
    /// <exception cref="RuleBrokenException">Nobody named; reported already.</exception>
    public void Report(string to, DateTimeOffset at)
    {
        GateRules.ReportedToNamed.Require(to.Length > 0);
        GateRules.ReportedOnce.Require(ReportedAt is null);

        (ReportedTo, ReportedAt) = (to, at);
    }
}
