using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Pages.Residents;

/// <summary>Parses a typed resident into a line of the roster and collects the errors.</summary>
public sealed class ResidentParser
{
    private const int LongestAddress = 100;
    private const int LongestWord = 30;

    private readonly FieldFaults<string> _faults = [];

    private ResidentParser(ResidentInput input, Attendant? guardian, DateOnly today)
    {
        var fields = new FieldParser<string>(_faults, today);
        var person = Person(fields, input);
        var worker = fields.Name(nameof(input.GridWorker), input.GridWorker);
        var workerPhone = fields.Phone(nameof(input.GridWorkerPhone), input.GridWorkerPhone);
        _faults.Need(nameof(input.GridWorker), worker is null && workerPhone is not null, "写了网格员电话的，请同时填写网格员姓名");
        var (phone, address) = (fields.Phone(nameof(input.Phone), input.Phone), fields.NeededText(nameof(input.Address), input.Address, LongestAddress, "请填写住址，上门和发卡要用"));
        var (group, household, relation) = (Word(fields, nameof(input.VillageGroup), input.VillageGroup), Word(fields, nameof(input.HouseholdNumber), input.HouseholdNumber), Word(fields, nameof(input.RelationToHead), input.RelationToHead));
        var (school, schoolClass, note) = (Word(fields, nameof(input.School), input.School), Word(fields, nameof(input.SchoolClass), input.SchoolClass), fields.Text(nameof(input.Note), input.Note, LongestAddress));
        Line = person is null || _faults.Count > 0 ? null : new()
        {
            Person = person,
            Phone = phone,
            Address = address,
            VillageGroup = group,
            HouseholdNumber = household,
            RelationToHead = relation,
            GridWorker = worker is null ? null : new(worker, workerPhone),
            School = school,
            SchoolClass = schoolClass,
            Guardian = guardian,
            HasSmartphone = input.HasSmartphone,
            CareNeeds = (input.LivesAlone ? CareNeeds.LivesAlone : 0) | (input.Disabled ? CareNeeds.Disabled : 0) | (input.Bedridden ? CareNeeds.Bedridden : 0),
            Note = note,
        };
    }

    /// <summary>The line; null if something could not be read.</summary>
    public RosterLine? Line { get; }

    /// <summary>The errors by the name of the input.</summary>
    public IEnumerable<(string Field, string Sentence)> Faults => _faults.Select(fault => (fault.Field ?? "", fault.Sentence));

    /// <summary>Reads a form.</summary>
    /// <param name="input">As typed.</param>
    /// <param name="guardian">监护人 of a school's list, which the form does not show; kept as it is.</param>
    /// <param name="today">For dates without a year.</param>
    public static ResidentParser Of(ResidentInput input, Attendant? guardian, DateOnly today) => new(input, guardian, today);

    private static string Word(FieldParser<string> fields, string field, string? typed) => fields.Text(field, typed, LongestWord);

    private Person? Person(FieldParser<string> fields, ResidentInput input)
    {
        var name = fields.NeededName(nameof(input.Name), input.Name);
        var reason = fields.Text(nameof(input.DocumentReason), input.DocumentReason, LongestAddress);
        var document = fields.Document(input.DocumentKind, (nameof(input.DocumentNumber), input.DocumentNumber), (nameof(input.DocumentReason), reason), input.SaveDocumentDespiteFault).Document;
        var born = fields.Day(nameof(input.BirthDate), input.BirthDate) ?? document?.BirthDate;
        var sex = input.Sex ?? document?.Sex;
        _faults.Need(nameof(input.BirthDate), born is null, "请填写证件上的出生日期");
        _faults.Need(nameof(input.Sex), sex is null, "请选择性别");
        return name is null || document is null || born is null || sex is null ? null : new(name, sex.Value, born.Value, document);
    }
}
