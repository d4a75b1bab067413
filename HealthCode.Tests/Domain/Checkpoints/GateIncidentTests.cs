using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Checkpoints;

/// <summary>查验情况: what was seen, what was done, to whom it was reported.</summary>
public sealed class GateIncidentTests
{
    private static readonly StaffMember Guard = new("kakou", "丁值守");

    private static readonly CheckVerdict Revoked = new(CheckOutcome.Revoked, Number(), Day("2020-03-19"), "样例村民委员会");

    [Fact]
    public void It_keeps_place_time_number_and_every_word_of_what_was_seen()
    {
        var incident = Noted(Revoked, new() { FoundNormal = false, Temperature = Measured("38.4").Temperature });

        Assert.Equal((Code, "村口卡点", Now, Today), (incident.OfficeCode, incident.CheckpointName, incident.At, incident.On));
        Assert.Equal((Number().Value, "已停用；体温不正常", 38.4m), (incident.Number, incident.Findings, incident.Temperature!.Value.Celsius));
        Assert.Equal(("劝回", Guard), (incident.Handling, incident.By));
        Assert.Equal(("", null), (incident.ReportedTo, incident.ReportedAt));
    }

    [Fact]
    public void What_was_shown_may_have_no_number() => Assert.Equal("", Noted(CheckVerdict.NotOurs, new() { FoundNormal = true }).Number);

    [Fact]
    public void What_was_done_is_said() =>
        Assert.Equal([GateRules.Handled], Forbids(() => Noted(Revoked, new() { FoundNormal = true }, handling: "")));

    [Fact]
    public void It_is_reported_to_somebody_at_a_time()
    {
        var incident = Noted(Revoked, new() { FoundNormal = true });

        incident.Report("镇防疫办 李主任", Now.AddMinutes(5));

        Assert.Equal(("镇防疫办 李主任", Now.AddMinutes(5)), (incident.ReportedTo, incident.ReportedAt));
    }

    [Fact]
    public void It_is_reported_to_a_name_and_only_once()
    {
        var incident = Noted(Revoked, new() { FoundNormal = true });

        Assert.Equal([GateRules.ReportedToNamed], Forbids(() => incident.Report("", Now)));
        Assert.Null(incident.ReportedAt);
        incident.Report("镇防疫办 李主任", Now);
        Assert.Equal([GateRules.ReportedOnce], Forbids(() => incident.Report("别人", Now.AddHours(1))));
        Assert.Equal(("镇防疫办 李主任", Now), (incident.ReportedTo, incident.ReportedAt));
    }

    private static GateIncident Noted(CheckVerdict verdict, GateFinding finding, string handling = "劝回") => GateIncident.Note(
        Checkpoint.Open(Office(), "村口卡点", CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", CheckMode.Venue), verdict, finding, handling, Guard, Now, Today);
}
