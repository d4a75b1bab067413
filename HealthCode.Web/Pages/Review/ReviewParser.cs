using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Review;

/// <summary>Reads what the reviewer typed into findings and collects the sentences about it.</summary>
public sealed class ReviewParser
{
    private const int LongestLine = 200;

    private readonly List<(string Field, string Sentence)> _faults = [];
    private readonly DateOnly _today;

    private ReviewParser(DateOnly today) => _today = today;

    public ReviewFindings Findings { get; private set; } = new();

    public string Reason { get; private set; } = "";

    public IReadOnlyList<string> MissingItems { get; private set; } = [];

    public IReadOnlyList<(string Field, string Sentence)> Faults => _faults;

    /// <summary>Reads everything; what was not filled in stays null.</summary>
    public static ReviewParser Of(ReviewInput input, StaffMember reviewer, DateTimeOffset at, DateOnly today)
    {
        var reading = new ReviewParser(today);
        reading.Findings = new()
        {
            Temperature = reading.Temperature(input, reviewer, at),
            LivedHere = input.LivedHere,
            UnderIsolation = input.UnderIsolation,
            LowRiskResidence = input.LowRiskResidence,
            ResidentSince = reading.Day(nameof(input.ResidentSince), input.ResidentSince),
            ManagedHere = input.ManagedHere,
            NeedsToGoOut = input.NeedsToGoOut,
            Clauses = [.. Enum.GetValues<RefusalClause>().Select((clause, i) => reading.Clause(clause, input.Clauses[i], $"Clauses[{i}]"))],
        };
        reading.Reason = reading.Text(nameof(input.Reason), input.Reason);
        reading.MissingItems = [.. input.MissingItems.Select(item => reading.Text(nameof(input.MissingItems), item)).Where(item => item.Length > 0).Distinct()];
        return reading;
    }

    private TemperatureReading? Temperature(ReviewInput input, StaffMember reviewer, DateTimeOffset at)
    {
        var device = Text(nameof(input.Device), input.Device);
        if (string.IsNullOrWhiteSpace(input.Temperature))
        {
            return null;
        }

        if (!BodyTemperature.TryParse(input.Temperature, out var temperature, out var fault))
        {
            _faults.Add((nameof(input.Temperature), fault!));
            return null;
        }

        if (input.FoundNormal is null)
        {
            _faults.Add((nameof(input.FoundNormal), "体温是否正常，由您勾选"));
            return null;
        }

        return new(temperature, input.Site, device, input.FoundNormal.Value, reviewer, at);
    }

    private ClauseFinding Clause(RefusalClause clause, ClauseInput input, string field) => new(clause)
    {
        Applies = input.Applies,
        StartedOn = Day($"{field}.{nameof(input.StartedOn)}", input.StartedOn),
        HappenedOn = Day($"{field}.{nameof(input.HappenedOn)}", input.HappenedOn),
        ReleasedOn = Day($"{field}.{nameof(input.ReleasedOn)}", input.ReleasedOn),
        Symptoms = input.Symptoms.Aggregate(PresentSymptom.None, (all, symptom) => all | symptom),
        Basis = Text($"{field}.{nameof(input.Basis)}", input.Basis),
    };

    private string Text(string field, string? typed)
    {
        if (!FreeText.TryParse(typed, LongestLine, out var value, out var fault))
        {
            _faults.Add((field, fault!));
        }

        return value;
    }

    private DateOnly? Day(string field, string? typed)
    {
        if (!TypedDate.TryParse(typed, _today, out var day, out var fault))
        {
            _faults.Add((field, fault!));
        }

        return day;
    }
}
