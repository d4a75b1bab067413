using System.Globalization;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Registers;

/// <summary>Writes the content of a slip as <see cref="RegisterReader"/> reads it, for the form, lists and sheets.</summary>
public static class RegisterTexts
{
    private const string Typed = "yyyyMMdd";

    /// <summary>The items of an entry that are filled in, unmasked.</summary>
    public static RegisterCells CellsOf(this RegisterEntry entry, RulePack pack)
    {
        var cells = CellsOf(entry.Content, pack);
        cells[RegisterField.On] = entry.On.Typed();
        cells[RegisterField.SlipNumber] = entry.SlipNumber?.ToString(CultureInfo.InvariantCulture);
        return cells;
    }

    /// <summary>The items of a content that are filled in, unmasked.</summary>
    public static RegisterCells CellsOf(RegisterContent content, RulePack pack) => new(Pairs(content, pack).Where(cell => cell.Text is { Length: > 0 })
        .Select(cell => KeyValuePair.Create(cell.Field, cell.Text)));

    /// <summary>The items of an entry as they are shown: numbers, telephones and addresses masked.</summary>
    public static RegisterCells ShownIn(this RegisterEntry entry, RulePack pack, Masking masking)
    {
        var cells = entry.Content.ShownIn(pack, masking);
        cells[RegisterField.On] = entry.On.Chinese();
        return cells;
    }

    /// <summary>The items of a content as they are shown.</summary>
    public static RegisterCells ShownIn(this RegisterContent content, RulePack pack, Masking masking)
    {
        var cells = CellsOf(content, pack);
        var patient = (content as MedicinePurchase)?.Patient;
        foreach (var (field, text) in cells.ToList())
        {
            cells[field] = field switch
            {
                RegisterField.ParentName when text == RegisterReader.OfAge => text,
                RegisterField.Name or RegisterField.ParentName or RegisterField.PatientName => masking.Name(PersonName.Restore(text!)),
                RegisterField.DocumentNumber => $"{content.Document!.Kind.ChineseName()} {masking.Number(content.Document)}",
                RegisterField.Phone => masking.Phone(content.Phone),
                RegisterField.PatientPhone => masking.Phone(patient!.Phone),
                RegisterField.PatientNumber => masking.Number(patient!.Document!),
                RegisterField.Address or RegisterField.PatientAddress => masking.Address(text!),
                RegisterField.Drugs => text,
                _ when field.IsDay() => DateOnly.ParseExact(text!, Typed, CultureInfo.InvariantCulture).Chinese(),
                _ when IsWords(field) => masking.Remark(text!),
                _ => text,
            };
        }

        return cells;
    }

    /// <summary>Drugs, a line each.</summary>
    public static string LinesOf(IEnumerable<Drug> drugs) => string.Join('\n', drugs.Select(drug => $"{drug.Name} {drug.Quantity}"));

    private static IEnumerable<(RegisterField Field, string? Text)> Pairs(RegisterContent content, RulePack pack) =>
    [
        (RegisterField.Name, content.Name.Raw),
        (RegisterField.DocumentKind, content.Document?.Kind.ToString()),
        (RegisterField.DocumentNumber, content.Document?.Number),
        (RegisterField.DocumentReason, content.Document?.Reason),
        (RegisterField.SaveDespiteFault, content.Document is { SavedDespiteFault: true } ? bool.TrueString : null),
        (RegisterField.Phone, content.Phone?.Value),
        (RegisterField.Address, content.Address),
        (RegisterField.Note, content.Note),
        .. content switch
        {
            Returnee returnee => Pairs(returnee),
            WorkResumption work => Pairs(work, pack),
            FeverClinicVisit visit => Pairs(visit),
            MedicinePurchase purchase => Pairs(purchase),
            _ => throw new ArgumentOutOfRangeException(nameof(content)),
        },
    ];

    private static IEnumerable<(RegisterField Field, string? Text)> Pairs(Returnee returnee) =>
    [
        (RegisterField.Origin, Word(returnee.FromOutside, "省外", "省内")),
        (RegisterField.From, returnee.From),
        (RegisterField.LeftOn, returnee.LeftOn?.Typed()),
        (RegisterField.ExpectedOn, returnee.ExpectedOn?.Typed()),
        (RegisterField.ArrivedOn, returnee.ArrivedOn?.Typed()),
        (RegisterField.HealthBefore, returnee.HealthBefore),
        (RegisterField.StayedInArea, Word(returnee.StayedInArea)),
        (RegisterField.CaseContact, Word(returnee.CaseContact)),
        (RegisterField.CarrierContact, Word(returnee.CarrierContact)),
        (RegisterField.HadSymptoms, Word(returnee.HadSymptoms)),
        (RegisterField.IsolationFrom, returnee.IsolationFrom?.Typed()),
        (RegisterField.IsolationTo, returnee.IsolationTo?.Typed()),
        (RegisterField.IsolationPlace, returnee.IsolationPlace),
        (RegisterField.Health, returnee.Health),
        (RegisterField.Measures, returnee.Measures),
    ];

    private static IEnumerable<(RegisterField Field, string? Text)> Pairs(WorkResumption work, RulePack pack) =>
    [
        (RegisterField.County, work.County),
        (RegisterField.Township, work.Township),
        (RegisterField.From, work.From),
        (RegisterField.Contacts, work.Contacts),
        (RegisterField.Health, work.Health),
        (RegisterField.Result, work.Result is { } result ? pack.HealthCode.WordsOf(result) : null),
        (RegisterField.ResultSeenOn, work.ResultSeenOn?.Typed()),
        (RegisterField.Consent, work.Consent),
    ];

    private static IEnumerable<(RegisterField Field, string? Text)> Pairs(FeverClinicVisit visit) =>
    [
        (RegisterField.ParentName, visit.IsOfAge ? RegisterReader.OfAge : visit.ParentName),
        (RegisterField.Temperature, visit.Temperature?.Celsius.ToString("0.0", CultureInfo.InvariantCulture)),
        (RegisterField.Exposure, Word(visit.Exposure)),
        (RegisterField.CaseReport, visit.CaseReport),
        (RegisterField.Opinion, visit.Opinion),
        (RegisterField.Referred, visit.IsReferred ? "是" : null),
    ];

    private static IEnumerable<(RegisterField Field, string? Text)> Pairs(MedicinePurchase purchase) =>
    [
        (RegisterField.Temperature, purchase.Temperature?.Celsius.ToString("0.0", CultureInfo.InvariantCulture)),
        (RegisterField.Drugs, LinesOf(purchase.Drugs)),
        (RegisterField.Exposure, Word(purchase.Exposure)),
        (RegisterField.ForOther, purchase.Patient is null ? null : "是"),
        (RegisterField.PatientPhone, purchase.Patient?.Phone?.Value),
        (RegisterField.PatientName, purchase.Patient?.Name),
        (RegisterField.PatientNumber, purchase.Patient?.Document?.Number),
        (RegisterField.PatientAddress, purchase.Patient?.Address),
    ];

    private static string? Word(bool? answer, string yes = "有", string no = "无") => answer switch { true => yes, false => no, null => null };

    private static bool IsWords(RegisterField field) => field is RegisterField.From or RegisterField.HealthBefore or RegisterField.IsolationPlace or RegisterField.Health or RegisterField.Measures or RegisterField.Contacts
        or RegisterField.Consent or RegisterField.CaseReport or RegisterField.Opinion or RegisterField.Note;
}
