using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Pages.Residents;

/// <summary>Parses what is typed of a household and collects the errors.</summary>
public sealed class HouseholdParser
{
    private readonly FieldFaults<string> _faults = [];

    private HouseholdParser(HouseholdInput input, DateOnly today)
    {
        var fields = new FieldParser<string>(_faults, today);
        Responsible = fields.Name(nameof(input.Responsible), input.Responsible);
        Phone = fields.Phone(nameof(input.Phone), input.Phone);
        Note = fields.Text(nameof(input.Note), input.Note, Household.LongestNote);
    }

    public PersonName? Responsible { get; }

    public PhoneNumber? Phone { get; }

    public string Note { get; }

    /// <summary>The errors by the name of the input.</summary>
    public IEnumerable<(string Field, string Sentence)> Faults => _faults.Select(fault => (fault.Field ?? "", fault.Sentence));

    public static HouseholdParser Of(HouseholdInput input, DateOnly today) => new(input, today);
}
