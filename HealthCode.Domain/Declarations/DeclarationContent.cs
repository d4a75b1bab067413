using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>申报内容 — what stands on one paper 申报表 (annex 1, in its order) and what was recorded beside it.</summary>
public sealed record DeclarationContent
{
    /// <summary>姓名、性别、出生日期、身份证号码.</summary>
    public required Person Person { get; init; }

    /// <summary>手机号码: optional, these people often have none.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Whose phone: 本人, 家人代接, 邻居代接.</summary>
    public PhoneOwner PhoneOwner { get; init; }

    /// <summary>过去 14 天内居住地址, in the order written.</summary>
    public IReadOnlyList<ResidenceStay> Stays { get; init; } = [];

    /// <summary>户籍地址.</summary>
    public string DomicileAddress { get; init; } = "";

    /// <summary>居住证地址（如有）.</summary>
    public string PermitAddress { get; init; } = "";

    /// <summary>出行、目的地、日期、交通工具.</summary>
    public TravelPlan Travel { get; init; } = new();

    /// <summary>Items (1) to (9).</summary>
    public HealthAnswers Answers { get; init; } = new();

    /// <summary>申报人签字 or 按手印; null when the paper is unsigned.</summary>
    public SignatureKind? Signature { get; init; }

    /// <summary>The date beside the signature.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>监护人, beside the form (DECISIONS.md D17); mandatory under 14.</summary>
    public Attendant? Guardian { get; init; }

    /// <summary>代填人, beside the form.</summary>
    public Attendant? Scribe { get; init; }

    /// <summary>已宣读: the form and its warnings were read to somebody who cannot read (DECISIONS.md D17).</summary>
    public bool ReadAloud { get; init; }

    /// <summary>村民小组, beside the form: cards are printed and handed out group by group. As typed; see <see cref="Group"/>.</summary>
    public string VillageGroup { get; init; } = "";

    /// <summary>学校班级, beside the form: a school's cards are handed out class by class.</summary>
    public string SchoolClass { get; init; } = "";

    /// <summary>Why a card and not a code; statistics only.</summary>
    public CardReason? Reason { get; init; }

    /// <summary>现居住住址 for the card: the stay that has not ended, else the latest.</summary>
    public string CurrentAddress => Stays.MaxBy(stay => (stay.LastDay is null, stay.LastDay ?? stay.FirstDay, stay.FirstDay))?.Address ?? DomicileAddress;

    /// <summary>村民小组 as noted, else as the address says: 3组, also where somebody writes 三组. Empty when neither does.</summary>
    public string Group => VillageGroup.Length > 0 ? VillageGroups.Named(VillageGroup) : VillageGroups.In(CurrentAddress);

    /// <summary>What the paper leaves blank: its items by their printed names. 手机号码 and 居住证地址 are never among them.</summary>
    public IReadOnlyList<string> BlankItems(PassTerms terms) =>
    [
        .. Blank(Stays.Count == 0, terms.StaysTitle),
        .. Blank(DomicileAddress.Length == 0, "户籍地址"),
        .. Blank(Travel.Scope is null, "出行到省内/省外"),
        .. Blank(Travel.Destination.Length == 0, "目的地"),
        .. Blank(Travel.On is null, "出行日期"),
        .. Blank(Travel.By is null, "交通工具"),
        .. HealthQuestion.All.Where(question => question.Answer(Answers) is null).Select(question => $"第{question.Mark}项"),
        .. Blank(Signature is null, "申报人签字"),
        .. Blank(SignedOn is null, "签字日期"),
    ];

    /// <summary>Whether two forms say the same, stay by stay.</summary>
    public bool SameAs(DeclarationContent other) => this with { Stays = other.Stays } == other && Stays.SequenceEqual(other.Stays);

    /// <summary>续办: a new form that takes over identity only; health, travel, signature are always fresh (宁疫指办发〔2020〕63号 二).</summary>
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
