using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Declarations;

/// <summary>Reads a typed form into its content and collects every sentence on the way: faults stop it, questions only ask.</summary>
public sealed class DeclarationParser
{
    private const int LongestAddress = 100;
    private const int LongestWord = 30;

    private readonly List<(string Field, string Sentence)> _faults = [];
    private readonly List<string> _questions = [];
    private readonly DateOnly _today;

    private DeclarationParser(DateOnly today) => _today = today;

    /// <summary>What was read, or null when something stands in the way.</summary>
    public DeclarationContent? Content { get; private set; }

    /// <summary>The sentences beside the fields.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Faults => _faults;

    /// <summary>What to look at again; nothing here stops a form.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>Reads the whole form.</summary>
    public static DeclarationParser Of(DeclarationInput input, DateOnly today)
    {
        var reading = new DeclarationParser(today);
        var person = reading.Person(input);
        var content = reading.Rest(input, person);
        if (content is not null)
        {
            reading._faults.AddRange(DeclarationRules.Against(content, today).Select(breach => (breach.Field ?? "", breach.Sentence)));
        }

        reading.Content = reading._faults.Count == 0 ? content : null;
        return reading;
    }

    private Person? Person(DeclarationInput input)
    {
        if (!PersonName.TryParse(input.Name, out var name, out var fault))
        {
            Fault(nameof(input.Name), fault!);
        }

        var reason = Text(nameof(input.DocumentReason), input.DocumentReason, LongestAddress);
        var paper = IdentityDocument.Read(input.DocumentKind, input.DocumentNumber, reason, input.SaveDocumentDespiteFault, _today);
        foreach (var each in paper.Faults)
        {
            Fault(each.Code.Contains("reason", StringComparison.Ordinal) ? nameof(input.DocumentReason) : nameof(input.DocumentNumber), each.Sentence);
        }

        _questions.AddRange(paper.Warnings);
        if (name is { HasPrivateUseCharacter: true })
        {
            _questions.Add("姓名里有自造字，换一台电脑可能显示不出来，请核对。");
        }

        var born = Day(nameof(input.BirthDate), input.BirthDate) ?? paper.Document?.BirthDate;
        var sex = input.Sex ?? paper.Document?.Sex;
        Need(nameof(input.BirthDate), born is null && !Has(nameof(input.BirthDate)), "请填写证件上的出生日期");
        Need(nameof(input.Sex), sex is null, "请选择性别");
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
        PhoneNumber? phone = null;
        if (!string.IsNullOrWhiteSpace(input.Phone) && !PhoneNumber.TryParse(input.Phone, out phone, out var fault))
        {
            Fault(nameof(input.Phone), fault!);
        }

        var stays = Stays(input);
        var domicile = Text(nameof(input.DomicileAddress), input.DomicileAddress, LongestAddress);
        var permit = Text(nameof(input.PermitAddress), input.PermitAddress, LongestAddress);
        var travel = new TravelPlan
        {
            Scope = input.TravelScope,
            Province = Text(nameof(input.Province), input.Province, LongestWord),
            City = Text(nameof(input.City), input.City, LongestWord),
            County = Text(nameof(input.County), input.County, LongestWord),
            Township = Text(nameof(input.Township), input.Township, LongestWord),
            Village = Text(nameof(input.Village), input.Village, LongestWord),
            House = Text(nameof(input.House), input.House, LongestWord),
            On = Day(nameof(input.TravelOn), input.TravelOn),
            By = input.Transport,
            Ride = Text(nameof(input.Ride), input.Ride, LongestWord),
            Seat = Text(nameof(input.Seat), input.Seat, LongestWord),
        };
        var guardian = Attendant(AttendantRole.Guardian, nameof(input.GuardianName), input.GuardianName, nameof(input.GuardianRelation), input.GuardianRelation, nameof(input.GuardianPhone), input.GuardianPhone);
        var scribe = Attendant(AttendantRole.Scribe, nameof(input.ScribeName), input.ScribeName, nameof(input.ScribeRelation), input.ScribeRelation, "", null);
        var signedOn = Day(nameof(input.SignedOn), input.SignedOn);
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
            VillageGroup = Text(nameof(input.VillageGroup), input.VillageGroup, LongestWord),
            SchoolClass = Text(nameof(input.SchoolClass), input.SchoolClass, LongestWord),
            Reason = input.Reason,
        };
    }

    private List<ResidenceStay> Stays(DeclarationInput input)
    {
        List<ResidenceStay> stays = [];
        for (var i = 0; i < input.Stays.Count; i++)
        {
            var row = input.Stays[i];
            var field = $"Stays[{i}]";
            if (row.IsBlank)
            {
                continue;
            }

            var address = Text($"{field}.Address", row.Address, LongestAddress);
            var first = Day($"{field}.FirstDay", row.FirstDay);
            var last = Day($"{field}.LastDay", row.LastDay);
            Need($"{field}.Address", address.Length == 0 && !Has($"{field}.Address"), "请填写这一处的地址");
            Need($"{field}.FirstDay", first is null && !Has($"{field}.FirstDay"), "请填写从哪天住起");
            if (first is not null)
            {
                stays.Add(new(address, first.Value, last));
            }
        }

        return stays;
    }

    private Attendant? Attendant(AttendantRole role, string nameField, string? typedName, string relationField, string? relation, string phoneField, string? typedPhone)
    {
        if (string.IsNullOrWhiteSpace(typedName))
        {
            return null;
        }

        if (!PersonName.TryParse(typedName, out var name, out var fault))
        {
            Fault(nameField, fault!);
            return null;
        }

        PhoneNumber? phone = null;
        if (!string.IsNullOrWhiteSpace(typedPhone) && !PhoneNumber.TryParse(typedPhone, out phone, out var phoneFault))
        {
            Fault(phoneField, phoneFault!);
        }

        var word = Text(relationField, relation, LongestWord);
        Need(relationField, word.Length == 0 && !Has(relationField), "请填写与本人关系，例如“父亲”“邻居”");
        return new(name!, role, word, phone);
    }

    private string Text(string field, string? typed, int longest)
    {
        if (!FreeText.TryParse(typed, longest, out var value, out var fault))
        {
            Fault(field, fault!);
        }

        return value;
    }

    private DateOnly? Day(string field, string? typed)
    {
        if (!TypedDate.TryParse(typed, _today, out var day, out var fault))
        {
            Fault(field, fault!);
        }

        return day;
    }

    private bool Has(string field) => _faults.Any(each => each.Field == field);

    private void Need(string field, bool missing, string sentence)
    {
        if (missing)
        {
            Fault(field, sentence);
        }
    }

    private void Fault(string field, string sentence) => _faults.Add((field, sentence));
}
