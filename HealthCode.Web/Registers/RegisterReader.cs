using System.Globalization;
using System.Text.RegularExpressions;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Web.Registers;

/// <summary>Reads the typed items of a slip into the content of its register, for the form, the grid and a sheet alike. Only what the province's paper asks is read.</summary>
public sealed partial class RegisterReader
{
    /// <summary>What is written in place of a parent's name of somebody whose number does not tell his age.</summary>
    public const string OfAge = "满14岁";

    private readonly RegisterForm _form;
    private readonly RulePack _pack;
    private readonly RegisterCells _cells;
    private readonly FieldFaults<Field> _faults;
    private readonly FieldParser<Field> _fields;
    private readonly DateOnly _usual;

    private RegisterReader(RegisterForm form, RulePack pack, RegisterCells cells, FieldFaults<Field> faults, DateOnly usual, DateOnly today) =>
        (_form, _pack, _cells, _faults, _fields, _usual) = (form, pack, cells, faults, new(faults, today), usual);

    /// <summary>Reads a slip.</summary>
    /// <param name="form">The province's register.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="cells">As typed.</param>
    /// <param name="facilityId">单位、医院、药店; null for who returns.</param>
    /// <param name="faults">Receives what could not be read.</param>
    /// <param name="usual">The day of a slip that says none: today, and of an entry that is corrected its own.</param>
    /// <param name="today">For dates without a year.</param>
    /// <returns>Null if something could not be read.</returns>
    public static (Slip Slip, RegisterContent Content)? Read(RegisterForm form, RulePack pack, RegisterCells cells, long? facilityId, FieldFaults<Field> faults, DateOnly usual, DateOnly today)
    {
        var reader = new RegisterReader(form, pack, cells, faults, usual, today);
        var slip = reader.Slip(facilityId);
        var content = reader.Content();
        foreach (var item in form.Items.Where(item => item.IsNeeded && string.IsNullOrWhiteSpace(cells.Typed(item.Field))))
        {
            faults.Need(item.Field, true, RegisterRules.Needed.Sentence + item.Label);
        }

        return faults.Count > 0 || content is null ? null : (slip, content);
    }

    private Slip Slip(long? facilityId)
    {
        int? number = null;
        var typed = HalfWidth.Normalize(Text(RegisterField.SlipNumber, RegisterContent.LongestLine)).TrimStart('0');
        if (typed.Length > 0)
        {
            number = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
            _faults.Need(RegisterField.SlipNumber, number is null, "编号只写数字，照单子右上角印的写；没有编号的空着");
        }

        return new(_form.Asks(RegisterField.On) ? Day(RegisterField.On) ?? _usual : _usual, number, facilityId);
    }

    private RegisterContent? Content()
    {
        var name = _fields.NeededName(RegisterField.Name, Typed(RegisterField.Name));
        var document = Document();
        var (phone, address, note) = (Phone(RegisterField.Phone), Text(RegisterField.Address, RegisterContent.LongestText), Text(RegisterField.Note, RegisterContent.LongestText));
        RegisterContent? content = name is null ? null : _form.Kind switch
        {
            RegisterKind.Returnees => Returnee(name),
            RegisterKind.Work => Work(name),
            RegisterKind.FeverClinic => Clinic(name),
            RegisterKind.Medicines => Purchase(name),
            _ => throw new InvalidOperationException($"{_form.Kind}"),
        };
        return content is null ? null : content with { Document = document, Phone = phone, Address = address, Note = note };
    }

    private Returnee Returnee(PersonName name) => new()
    {
        Name = name,
        FromOutside = Answer(RegisterField.Origin),
        From = Text(RegisterField.From, RegisterContent.LongestLine),
        LeftOn = Day(RegisterField.LeftOn),
        ExpectedOn = Day(RegisterField.ExpectedOn),
        ArrivedOn = Day(RegisterField.ArrivedOn),
        HealthBefore = Text(RegisterField.HealthBefore, RegisterContent.LongestText),
        StayedInArea = Answer(RegisterField.StayedInArea),
        CaseContact = Answer(RegisterField.CaseContact),
        CarrierContact = Answer(RegisterField.CarrierContact),
        HadSymptoms = Answer(RegisterField.HadSymptoms),
        IsolationFrom = Day(RegisterField.IsolationFrom),
        IsolationTo = Day(RegisterField.IsolationTo),
        IsolationPlace = Text(RegisterField.IsolationPlace, RegisterContent.LongestLine),
        Health = Text(RegisterField.Health, RegisterContent.LongestText),
        Measures = Text(RegisterField.Measures, RegisterContent.LongestText),
    };

    private WorkResumption Work(PersonName name) => new()
    {
        Name = name,
        County = Text(RegisterField.County, RegisterContent.LongestLine),
        Township = Text(RegisterField.Township, RegisterContent.LongestLine),
        From = Text(RegisterField.From, RegisterContent.LongestLine),
        Contacts = Text(RegisterField.Contacts, RegisterContent.LongestText),
        Health = Text(RegisterField.Health, RegisterContent.LongestText),
        Result = Choice(RegisterField.Result) is { } place ? _pack.HealthCode.Values[place].Result : null,
        ResultSeenOn = Day(RegisterField.ResultSeenOn),
        Consent = Text(RegisterField.Consent, HealthStatus.LongestConsent),
    };

    private FeverClinicVisit Clinic(PersonName name) => new()
    {
        Name = name,
        ParentName = IsOfAge ? "" : _fields.Name(RegisterField.ParentName, Typed(RegisterField.ParentName))?.Value ?? "",
        IsOfAge = IsOfAge,
        Temperature = Temperature(),
        Exposure = Answer(RegisterField.Exposure),
        CaseReport = Text(RegisterField.CaseReport, RegisterContent.LongestText),
        Opinion = Text(RegisterField.Opinion, RegisterContent.LongestText),
        IsReferred = Answer(RegisterField.Referred) == true,
    };

    /// <summary>Written where a parent's name would stand.</summary>
    private bool IsOfAge => HalfWidth.Normalize(Typed(RegisterField.ParentName)).Replace(" ", "", StringComparison.Ordinal) is OfAge or "满14周岁" or "成人" or "成年";

    private MedicinePurchase Purchase(PersonName name) => new()
    {
        Name = name,
        Temperature = Temperature(),
        Drugs = Drugs(),
        Exposure = Answer(RegisterField.Exposure),
        Patient = Patient(),
    };

    private Patient? Patient()
    {
        var patient = new Patient(
            Phone(RegisterField.PatientPhone), _fields.Name(RegisterField.PatientName, Typed(RegisterField.PatientName))?.Value ?? "", Number(RegisterField.PatientNumber),
            Text(RegisterField.PatientAddress, RegisterContent.LongestText));
        var isNamed = new[] { RegisterField.PatientPhone, RegisterField.PatientName, RegisterField.PatientNumber, RegisterField.PatientAddress }.Any(field => Typed(field).Length > 0);
        if (Answer(RegisterField.ForOther) == true)
        {
            return patient;
        }

        _faults.Need(RegisterField.ForOther, isNamed, RegisterRules.ForOtherChosen.Sentence);
        return null;
    }

    /// <summary>「止咳糖浆 2，退热贴 1盒」, or a line each.</summary>
    private List<Drug> Drugs()
    {
        List<Drug> drugs = [];
        foreach (var line in Typed(RegisterField.Drugs).Split(['\n', '\r', '，', ',', '；', ';', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var row = NameAndQuantity().Match(HalfWidth.Normalize(line));
            if (!row.Success)
            {
                _faults.Need(RegisterField.Drugs, true, $"每种药后面写数量，例如“止咳糖浆 2”；没有数量的：{(line.Length > RegisterContent.LongestLine ? line[..RegisterContent.LongestLine] : line)}");
                continue;
            }

            var name = _fields.Text(RegisterField.Drugs, row.Groups["name"].Value.Trim(), RegisterContent.LongestLine);
            // A number too long for a quantity is one that cannot be right.
            drugs.Add(new(name, int.TryParse(row.Groups["quantity"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) ? quantity : int.MaxValue));
        }

        return drugs;
    }

    private IdentityDocument? Document()
    {
        var number = Typed(RegisterField.DocumentNumber);
        var reason = _cells.Typed(RegisterField.DocumentReason);
        var kind = Enum.TryParse<IdentityDocumentKind>(_cells.Typed(RegisterField.DocumentKind), out var chosen) && Enum.IsDefined(chosen) ? chosen : IdentityDocumentKind.ResidentIdCard;
        // A slip without a number is no document of the kind 无证件: nobody asked why.
        return number.Length == 0 ? null
            : _fields.Document(kind, (RegisterField.DocumentNumber, number), (RegisterField.DocumentReason, reason), bool.TryParse(_cells.Typed(RegisterField.SaveDespiteFault), out var forced) && forced).Document;
    }

    private IdentityDocument? Number(RegisterField field) =>
        Typed(field) is { Length: > 0 } number ? _fields.Document(IdentityDocumentKind.ResidentIdCard, (field, number), (field, null), false).Document : null;

    private string Typed(RegisterField field) => field == RegisterField.SlipNumber || _form.Asks(field) ? _cells.Typed(field).Trim() : "";

    private string Text(RegisterField field, int longest) => _fields.Text(field, Typed(field), longest);

    private DateOnly? Day(RegisterField field) => Typed(field) is { Length: > 0 } typed ? _fields.Day(field, typed) : null;

    private PhoneNumber? Phone(RegisterField field) => _fields.Phone(field, Typed(field));

    private BodyTemperature? Temperature() => _fields.Temperature(RegisterField.Temperature, Typed(RegisterField.Temperature));

    private bool? Answer(RegisterField field) => Choice(field) is { } place ? place == 0 : null;

    /// <summary>The place of an answer among its words, from nought: typed as its word, or as its figure from 1.</summary>
    private int? Choice(RegisterField field)
    {
        var typed = HalfWidth.Normalize(Typed(field));
        if (typed.Length == 0)
        {
            return null;
        }

        var words = _pack.WordsOf(field);
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure >= 1 && figure <= words.Count)
        {
            return figure - 1;
        }

        var place = words.ToList().IndexOf(typed switch { "没有" => "无", "不是" => "否", _ => typed });
        _faults.Need(field, place < 0, $"请写 {string.Join("，", words.Select((word, index) => $"{index + 1} {word}"))}");
        return place < 0 ? null : place;
    }

    // A quantity stands apart from the name, or has its unit: 止咳糖浆 2, 退热贴×3, 布洛芬1瓶. Neither 1.5 nor -1 is one.
    [GeneratedRegex(@"^(?<name>.+?)(?:[\s×xX*]+(?<quantity>\d+)\s*(盒|瓶|袋|支|片|板|包|粒|贴|个)?|(?<![\d.\-])(?<quantity>\d+)\s*(盒|瓶|袋|支|片|板|包|粒|贴|个))$", RegexOptions.None, 200)]
    private static partial Regex NameAndQuantity();
}
