using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Parses a posted check-in and collects the errors.</summary>
public sealed class CheckInParser
{
    private readonly FieldFaults<Field> _faults = [];

    private CheckInParser(CheckInInput input, CheckInForm form, DateOnly today)
    {
        var fields = new FieldParser<Field>(_faults, today);
        Day = string.IsNullOrWhiteSpace(input.Day) ? today : fields.Day(CheckInField.Day, input.Day) ?? today;
        Content = new()
        {
            Temperature = form.AsksTemperature ? fields.Temperature(CheckInField.Temperature, input.Temperature) : null,
            Site = form.AsksTemperature ? input.Site : null,
            FoundNormal = form.AsksTemperature ? input.FoundNormal : null,
            NoSymptoms = form.Symptoms.Count > 0 && input.NoSymptoms,
            Symptoms = [.. form.Symptoms.Where((_, place) => input.Symptoms.Contains(place + 1))],
            Exposures = form.Exposures.Select((question, place) => (question.Code, Answer: input.Exposures.ElementAtOrDefault(place))).Where(each => each.Answer is not null)
                .ToDictionary(each => each.Code, each => each.Answer!.Value),
            Itinerary = form.ItineraryDays > 0 ? ReadItinerary(fields, input) : [],
            Address = form.AsksAddress ? fields.Text(CheckInField.Address, input.Address, CheckInContent.LongestLine) : "",
            Needs = form.AsksNeeds ? fields.Text(CheckInField.Needs, input.Needs, CheckInContent.LongestLine) : "",
            OwnWords = fields.Text(CheckInField.OwnWords, input.OwnWords, CheckInContent.LongestLine),
            ReportedBy = fields.Text(CheckInField.ReportedBy, input.ReportedBy, CheckInContent.LongestLine),
            ReadAloud = input.ReadAloud,
        };
        Late = ReadLate(fields, input);
        Reason = fields.Text(CheckInField.Reason, input.Reason, CheckInContent.LongestLine);
        if (input.Channel is null)
        {
            _faults.Add(CheckInField.Channel, "请选：窗口、电话、上门……");
        }
    }

    public DateOnly Day { get; }

    public CheckInContent Content { get; }

    public LateEntry? Late { get; }

    public string Reason { get; }

    public IReadOnlyList<FieldFault<Field>> Faults => _faults;

    public static CheckInParser Of(CheckInInput input, CheckInForm form, DateOnly today) => new(input, form, today);

    /// <summary>The rows that are not blank. A row without a day counts as one that has none: the rule says so beside it.</summary>
    private static List<ItineraryStop> ReadItinerary(FieldParser<Field> fields, CheckInInput input) =>
    [
        .. from row in input.Itinerary.Index()
           where !(string.IsNullOrWhiteSpace(row.Item.Day) && string.IsNullOrWhiteSpace(row.Item.Place) && string.IsNullOrWhiteSpace(row.Item.Transport))
           let field = new Field(CheckInField.Itinerary, row.Index + 1)
           select new ItineraryStop(
               fields.Day(field, row.Item.Day) ?? DateOnly.MinValue, fields.Text(field, row.Item.Place, CheckInContent.LongestLine), fields.Text(field, row.Item.Transport, CheckInContent.LongestLine)),
    ];

    private LateEntry? ReadLate(FieldParser<Field> fields, CheckInInput input)
    {
        var toldBy = fields.Text(CheckInField.Late, input.Late, CheckInContent.LongestLine);
        if (toldBy.Length == 0 && string.IsNullOrWhiteSpace(input.LateAt))
        {
            return null;
        }

        if (!TypedTime.TryParse(input.LateAt, out var time))
        {
            _faults.Add(CheckInField.LateAt, "请写当天的时间，例如 9:30");
            return null;
        }

        return new(toldBy, BeijingTime.StartOf(Day).Add(time.ToTimeSpan()));
    }
}
