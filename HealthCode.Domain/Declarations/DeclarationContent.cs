using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>申报内容 — content of one 申报表 (annex 1, in its order) and what is recorded in addition.</summary>
public sealed record DeclarationContent
{
    /// <summary>姓名、性别、出生日期、身份证号码.</summary>
    public required Person Person { get; init; }

    /// <summary>手机号码: optional, applicants often have none.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Owner of the phone: 本人, 家人代接, 邻居代接.</summary>
    public PhoneOwner PhoneOwner { get; init; }

    /// <summary>过去 14 天内居住地址, in the order of the form.</summary>
    public IReadOnlyList<ResidenceStay> Stays { get; init; } = [];

    /// <summary>户籍地址.</summary>
    public string DomicileAddress { get; init; } = "";

    /// <summary>居住证地址（如有）.</summary>
    public string PermitAddress { get; init; } = "";

    /// <summary>出行、目的地、日期、交通工具.</summary>
    public TravelPlan Travel { get; init; } = new();

    /// <summary>Items (1) to (9).</summary>
    public HealthAnswers Answers { get; init; } = new();

    /// <summary>申报人签字 or 按手印; null if unsigned.</summary>
    public SignatureKind? Signature { get; init; }

    /// <summary>Date of the signature.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>监护人, not on the form (DECISIONS.md D17); mandatory for applicants under 14.</summary>
    public Attendant? Guardian { get; init; }

    /// <summary>代填人, not on the form.</summary>
    public Attendant? Scribe { get; init; }

    /// <summary>已宣读: the form and its warnings were read aloud to an applicant who cannot read (DECISIONS.md D17).</summary>
    public bool ReadAloud { get; init; }

    /// <summary>村民小组, not on the form: cards are printed and handed out by group. As typed; see <see cref="Group"/>.</summary>
    public string VillageGroup { get; init; } = "";

    /// <summary>学校班级, not on the form: a school's cards are handed out by class.</summary>
    public string SchoolClass { get; init; } = "";

    /// <summary>办卡缘由; for statistics only.</summary>
    public CardReason? Reason { get; init; }

    /// <summary>现居住住址 for the card: the stay without an end, else the latest; 户籍地址 if no stay is given.</summary>
    public string CurrentAddress => Stays.MaxBy(stay => (stay.LastDay is null, stay.LastDay ?? stay.FirstDay, stay.FirstDay))?.Address ?? DomicileAddress;

    /// <summary>村民小组 as typed, else from the address, normalised to e.g. 3组; empty if neither names one.</summary>
    public string Group => VillageGroup.Length > 0 ? VillageGroups.Named(VillageGroup) : VillageGroups.In(CurrentAddress);

    /// <summary>Printed names of the mandatory items left blank; 手机号码 and 居住证地址 are optional.</summary>
    public IReadOnlyList<string> BlankItems(PassTerms terms) =>
    [
        .. Blank(Stays.Count == 0, terms.StaysTitle),
        .. Blank(DomicileAddress.Length == 0, "户籍地址"),
        .. Blank(Travel.Scope is null, "出行到省内/省外"),
        .. Blank(!Travel.NamesDestination, "目的地"),
        .. Blank(Travel.On is null, "出行日期"),
        .. Blank(Travel.By is null, "交通工具"),
        .. HealthQuestion.All.Where(question => question.Answer(Answers) is null).Select(question => $"第{question.Mark}项"),
        .. Blank(Signature is null, "申报人签字"),
        .. Blank(SignedOn is null, "签字日期"),
    ];

    /// <summary>Compares by value, including the list of stays.</summary>
    public bool SameAs(DeclarationContent other) => this with { Stays = other.Stays } == other && Stays.SequenceEqual(other.Stays);

    /// <summary>续办: copy with identity data only; stays, health, travel and signature must be entered anew (宁疫指办发〔2020〕63号 二).</summary>
    public DeclarationContent IdentityOnly() => new()
    {
        Person = Person,
        Phone = Phone,
        PhoneOwner = PhoneOwner,
        DomicileAddress = DomicileAddress,
        PermitAddress = PermitAddress,
        Guardian = Guardian,
        VillageGroup = VillageGroup,
        SchoolClass = SchoolClass,
        Reason = Reason,
    };

    private static string[] Blank(bool holds, string item) => holds ? [item] : [];
}
