using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Pages.Review;

/// <summary>Parses the reviewer's input into findings and collects the errors.</summary>
public sealed class ReviewParser
{
    private const int LongestLine = 200;

    private readonly FieldFaults<Field> _faults = [];
    private readonly FieldParser<Field> _fields;

    private ReviewParser(DateOnly today) => _fields = new(_faults, today);

    public ReviewFindings Findings { get; private set; } = new();

    public string Reason { get; private set; } = "";

    public IReadOnlyList<string> MissingItems { get; private set; } = [];

    public IReadOnlyList<FieldFault<Field>> Faults => _faults;

    /// <summary>Parses all fields; empty ones stay null.</summary>
    public static ReviewParser Of(ReviewInput input, StaffMember reviewer, DateTimeOffset at, DateOnly today)
    {
        var reading = new ReviewParser(today);
        reading.Findings = new()
        {
            Temperature = reading.Temperature(input, reviewer, at),
            LivedHere = input.LivedHere,
            UnderIsolation = input.UnderIsolation,
            LowRiskResidence = input.LowRiskResidence,
            ResidentSince = reading._fields.Day(ReviewField.ResidentSince, input.ResidentSince),
            ManagedHere = input.ManagedHere,
            NeedsToGoOut = input.NeedsToGoOut,
            Clauses = [.. Enum.GetValues<RefusalClause>().Select((clause, i) => reading.Clause(clause, input.Clauses[i]))],
        };
        reading.Reason = reading._fields.Text(ReviewField.Reason, input.Reason, LongestLine);
        reading.MissingItems = [.. input.MissingItems.Select(item => reading._fields.Text(ReviewField.MissingItems, item, LongestLine)).Where(item => item.Length > 0).Distinct()];
        return reading;
    }

    private TemperatureReading? Temperature(ReviewInput input, StaffMember reviewer, DateTimeOffset at)
    {
        var device = _fields.Text(ReviewField.Device, input.Device, LongestLine);
        if (_fields.Temperature(ReviewField.Temperature, input.Temperature) is not { } temperature)
        {
            return null;
        }

        _faults.Need(ReviewField.FoundNormal, input.FoundNormal is null, "体温是否正常，由您勾选");
        return input.FoundNormal is { } isNormal ? new(temperature, input.Site, device, isNormal, reviewer, at) : null;
    }

    private ClauseFinding Clause(RefusalClause clause, ClauseInput input) => new(clause)
    {
        Applies = input.Applies,
        StartedOn = _fields.Day(new(ReviewField.ClauseStartedOn, (int)clause), input.StartedOn),
        HappenedOn = _fields.Day(new(ReviewField.ClauseHappenedOn, (int)clause), input.HappenedOn),
        ReleasedOn = _fields.Day(new(ReviewField.ClauseReleasedOn, (int)clause), input.ReleasedOn),
        Symptoms = input.Symptoms.Aggregate(PresentSymptom.None, (all, symptom) => all | symptom),
        Basis = _fields.Text(new(ReviewField.ClauseBasis, (int)clause), input.Basis, LongestLine),
    };
}
