using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Declarations;

/// <summary>Parses a typed form into a declaration; collects faults, which prevent saving, and questions, which do not.</summary>
public sealed class DeclarationParser
{
    private const int LongestAddress = 100;
    private const int LongestWord = 30;

    private readonly FieldFaults<Field> _faults = [];
    private readonly FieldParser<Field> _fields;
    private readonly List<string> _questions = [];

    /// <summary>Row number of each stay: the rules number only non-blank stays, the form all rows.</summary>
    private readonly List<int> _rows = [];

    private DeclarationParser(DateOnly today) => _fields = new(_faults, today);

    /// <summary>The parsed content, or null if there are faults.</summary>
    public DeclarationContent? Content { get; private set; }

    /// <summary>The errors by field.</summary>
    public IReadOnlyList<FieldFault<Field>> Faults => _faults;

    /// <summary>Hints to check something again; they do not prevent saving.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>Parses the whole form.</summary>
    public static DeclarationParser Of(DeclarationInput input, DateOnly today)
    {
        var reading = new DeclarationParser(today);
        var person = reading.Person(input);
        var content = reading.Rest(input, person);
        if (content is not null)
        {
            reading._faults.Add(DeclarationRules.Validate(content, today), reading.OnForm);
        }

        reading.Content = reading._faults.Count == 0 ? content : null;
        return reading;
    }

    private Field? OnForm(Field? field) => field is { Number: > 0 } ? field with { Number = _rows[field.Number - 1] } : field;

    private Person? Person(DeclarationInput input)
    {
        var name = _fields.NeededName(DeclarationField.Name, input.Name);
        var reason = _fields.Text(DeclarationField.DocumentReason, input.DocumentReason, LongestAddress);
        var paper = _fields.Document(
            input.DocumentKind, (DeclarationField.DocumentNumber, input.DocumentNumber), (DeclarationField.DocumentReason, reason), input.SaveDocumentDespiteFault);
        _questions.AddRange(paper.Warnings);
        if (name is { HasPrivateUseCharacter: true })
        {
            _questions.Add("姓名里有自造字，换一台电脑可能显示不出来，请核对。");
        }

        var born = _fields.Day(DeclarationField.BirthDate, input.BirthDate) ?? paper.Document?.BirthDate;
        var sex = input.Sex ?? paper.Document?.Sex;
        _faults.Need(DeclarationField.BirthDate, born is null, "请填写证件上的出生日期");
        _faults.Need(DeclarationField.Sex, sex is null, "请选择性别");
        if (paper.Document?.BirthDate is { } printed && born is not null && printed != born)
        {
            _questions.Add($"出生日期与证件号码里的（{printed.Chinese()}）不一样，请核对是不是农历生日。");
        }

        if (paper.Document?.Sex is { } odd && sex is not null && odd != sex)
        {
            _questions.Add("性别与证件号码第17位不一样，请核对。");
        }

        return name is null || paper.Document is null || born is null || sex is null ? null : new(name, sex.Value, born.Value, paper.Document);
    }

    private DeclarationContent? Rest(DeclarationInput input, Person? person)
    {
        var phone = _fields.Phone(DeclarationField.Phone, input.Phone);
        var stays = Stays(input);
        var domicile = _fields.Text(DeclarationField.DomicileAddress, input.DomicileAddress, LongestAddress);
        var permit = _fields.Text(DeclarationField.PermitAddress, input.PermitAddress, LongestAddress);
        var travel = new TravelPlan
        {
            Scope = input.TravelScope,
            Province = _fields.Text(DeclarationField.Province, input.Province, LongestWord),
            City = _fields.Text(DeclarationField.City, input.City, LongestWord),
            County = _fields.Text(DeclarationField.County, input.County, LongestWord),
            Township = _fields.Text(DeclarationField.Township, input.Township, LongestWord),
            Village = _fields.Text(DeclarationField.Village, input.Village, LongestWord),
            House = _fields.Text(DeclarationField.House, input.House, LongestWord),
            On = _fields.Day(DeclarationField.TravelOn, input.TravelOn),
            By = input.Transport,
            Ride = _fields.Text(DeclarationField.Ride, input.Ride, LongestWord),
            Seat = _fields.Text(DeclarationField.Seat, input.Seat, LongestWord),
        };
        var guardian = Attendant(
            AttendantRole.Guardian, (DeclarationField.GuardianName, input.GuardianName), (DeclarationField.GuardianRelation, input.GuardianRelation),
            (DeclarationField.GuardianPhone, input.GuardianPhone));
        var scribe = Attendant(AttendantRole.Scribe, (DeclarationField.ScribeName, input.ScribeName), (DeclarationField.ScribeRelation, input.ScribeRelation));
        var signedOn = _fields.Day(DeclarationField.SignedOn, input.SignedOn);
        var (group, schoolClass) = (_fields.Text(DeclarationField.VillageGroup, input.VillageGroup, LongestWord), _fields.Text(DeclarationField.SchoolClass, input.SchoolClass, LongestWord));
        if (person is null)
        {
            return null;
        }

        return new()
        {
            Person = person,
            Phone = phone,
            PhoneOwner = input.PhoneOwner,
            Stays = stays,
            DomicileAddress = domicile,
            PermitAddress = permit,
            Travel = travel,
            Answers = new()
            {
                Diagnosed = input.Diagnosed,
                CloseContact = input.CloseContact,
                HadSymptoms = input.HadSymptoms,
                LeftNingxia = input.LeftNingxia,
                MetHighRisk = input.MetHighRisk,
                MetFeverish = input.MetFeverish,
                WillReport = input.WillReport,
                WillKeepAway = input.WillKeepAway,
            },
            Signature = input.Signature,
            SignedOn = signedOn,
            Guardian = guardian,
            Scribe = scribe,
            ReadAloud = input.ReadAloud,
            VillageGroup = group,
            SchoolClass = schoolClass,
            Reason = input.Reason,
        };
    }

    private List<ResidenceStay> Stays(DeclarationInput input)
    {
        List<ResidenceStay> stays = [];
        for (var i = 0; i < input.Stays.Count; i++)
        {
            var row = input.Stays[i];
            if (row.IsBlank)
            {
                continue;
            }

            Field at = new(DeclarationField.StayAddress, i + 1), from = new(DeclarationField.StayFirstDay, i + 1), to = new(DeclarationField.StayLastDay, i + 1);
            var address = _fields.Text(at, row.Address, LongestAddress);
            var (first, last) = (_fields.Day(from, row.FirstDay), _fields.Day(to, row.LastDay));
            _faults.Need(at, address.Length == 0, "请填写这一处的地址");
            _faults.Need(from, first is null, "请填写从哪天住起");
            if (first is not null)
            {
                stays.Add(new(address, first.Value, last));
                _rows.Add(i + 1);
            }
        }

        return stays;
    }

    private Attendant? Attendant(AttendantRole role, (Field Field, string? Typed) name, (Field Field, string? Typed) relation, (Field Field, string? Typed)? phone = null)
    {
        if (_fields.Name(name.Field, name.Typed) is not { } read)
        {
            return null;
        }

        var number = phone is { } line ? _fields.Phone(line.Field, line.Typed) : null;
        return new(read, role, _fields.NeededText(relation.Field, relation.Typed, LongestWord, "请填写与本人关系，例如“父亲”“邻居”"), number);
    }
}
