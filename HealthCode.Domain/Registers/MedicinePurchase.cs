using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>购药登记 — cough or fever medicine bought in a pharmacy (琼肺炎指〔2020〕29号 系统操作流程 6).</summary>
public sealed record MedicinePurchase : RegisterContent
{
    /// <summary>Rows of drugs on a slip.</summary>
    public const int MostDrugs = 10;

    /// <inheritdoc />
    public override RegisterKind Kind => RegisterKind.Medicines;

    /// <summary>体温; null when not measured. The program judges nothing by it.</summary>
    public BodyTemperature? Temperature { get; init; }

    /// <summary>药品和数量.</summary>
    public IReadOnlyList<Drug> Drugs { get; init; } = [];

    /// <summary>疫区旅居史或发热人员接触史; null when not answered.</summary>
    public bool? Exposure { get; init; }

    /// <summary>代购: for whom; null when it is for the buyer himself.</summary>
    public Patient? Patient { get; init; }

    /// <inheritdoc />
    public override string? SubjectKey => Patient is null ? PersonKey : KeyOf(Patient.Document);

    /// <inheritdoc />
    public override (PendingStep Step, DateOnly On)? PendingOn(DateOnly on) => Patient is { NotFound.Length: 0 } && SubjectKey is null ? (PendingStep.Patient, on) : null;

    /// <inheritdoc />
    internal override IEnumerable<Breach> Validate(RulePack pack, DateOnly on, DateOnly today) =>
    [
        .. If(Drugs.Count == 0, RegisterRules.DrugsNamed, RegisterField.Drugs),
        .. If(Drugs.Count > MostDrugs, RegisterRules.DrugsFit, RegisterField.Drugs),
        .. If(Drugs.Any(drug => drug.Quantity is < 1 or > Drug.Most), RegisterRules.QuantityInRange, RegisterField.Drugs, string.Join('、', Drugs.Where(drug => drug.Quantity is < 1 or > Drug.Most).Select(drug => $"{drug.Name} {drug.Quantity}")) + "。"),
        .. Patient is { } patient ? Validate(patient) : [],
    ];

    /// <inheritdoc />
    internal override bool SaysTheSameAs(RegisterContent other) => other is MedicinePurchase purchase && Drugs.SequenceEqual(purchase.Drugs) && Equals(purchase with { Drugs = Drugs });

    private IEnumerable<Breach> Validate(Patient patient) =>
    [
        .. If(patient is { Phone: null, Document: null } && (patient.Name.Length == 0 || patient.Address.Length == 0), RegisterRules.PatientKnown, RegisterField.PatientPhone),
        .. If(Document?.Key is { } own && patient.Document?.Key == own, RegisterRules.PatientIsOther, RegisterField.PatientNumber),
        .. If(patient is { Document: null, Name.Length: 0, Phone: { } phone } && phone == Phone, RegisterRules.PatientIsOther, RegisterField.PatientPhone),
        // A namesake is told apart by his number.
        .. If(patient is { Document: null, Name.Length: > 0 } && PersonName.Restore(patient.Name).Key == Name.Key, RegisterRules.PatientIsOther, RegisterField.PatientName),
    ];
}

/// <summary>一种药.</summary>
/// <param name="Name">药品名称.</param>
/// <param name="Quantity">数量, boxes or bottles.</param>
public sealed record Drug(string Name, int Quantity)
{
    /// <summary>The most of one drug on a slip.</summary>
    public const int Most = 999;
}

/// <summary>代购的实际患者: by telephone, or, when there is none, by name and address or by number.</summary>
/// <param name="Phone">手机号; null when there is none.</param>
/// <param name="Name">姓名; may be empty.</param>
/// <param name="Document">证件; null when unknown.</param>
/// <param name="Address">住址; may be empty.</param>
/// <param name="NotFound">怎样问的 when nobody could say who he is; empty while he is looked for.</param>
public sealed record Patient(PhoneNumber? Phone, string Name, IdentityDocument? Document, string Address, string NotFound = "");
