namespace HealthCode.Domain.Rules;

/// <summary>登记表 — a register that a province's notices ask for, and what its paper asks. An office keeps no register that its pack does not have, and asks no item more.</summary>
/// <param name="Kind">Which register.</param>
/// <param name="Name">What the province calls it, e.g. 购药登记.</param>
/// <param name="Items">What is asked, in the order of the paper and in the province's words.</param>
/// <param name="Citation">Where it is said.</param>
public sealed record RegisterForm(RegisterKind Kind, string Name, IReadOnlyList<RegisterItem> Items, Citation Citation)
{
    /// <summary>缘由 that the notices attach to an entry; null where they attach none.</summary>
    public HealthGround? Ground { get; init; }

    /// <summary>The ground follows from the isolation, not from the arrival alone.</summary>
    public bool GroundNeedsIsolation { get; init; }

    /// <summary>What the register calls coming here, e.g. 返乡; empty where nobody comes.</summary>
    public string Coming { get; init; } = "";

    /// <summary>Whether the paper asks this.</summary>
    public bool Asks(RegisterField field) => Items.Any(item => item.Field == field);

    /// <summary>The words of an item.</summary>
    /// <exception cref="InvalidOperationException">The paper does not ask it.</exception>
    public string LabelOf(RegisterField field) => Items.First(item => item.Field == field).Label;
}

/// <summary>登记表的一栏.</summary>
/// <param name="Field">Which.</param>
/// <param name="Label">In the province's words.</param>
/// <param name="IsNeeded">It cannot be left blank.</param>
/// <param name="Hint">What the clerk or the shop should know; may be empty.</param>
public sealed record RegisterItem(RegisterField Field, string Label, bool IsNeeded = false, string Hint = "");

/// <summary>台账的种类. Names are stored and used in addresses.</summary>
public enum RegisterKind
{
    /// <summary>返乡登记.</summary>
    Returnees = 1,

    /// <summary>返岗登记.</summary>
    Work = 2,

    /// <summary>发热门诊登记.</summary>
    FeverClinic = 3,

    /// <summary>购药登记.</summary>
    Medicines = 4,
}

/// <summary>登记表的栏 of all registers; which of them a paper has says <see cref="RegisterForm.Items"/>.</summary>
public enum RegisterField
{
    /// <summary>编号 printed on the slip.</summary>
    SlipNumber,

    /// <summary>单位、医院、药店.</summary>
    Facility,

    /// <summary>登记、就诊或购药日期.</summary>
    On,

    /// <summary>姓名.</summary>
    Name,

    /// <summary>家长姓名.</summary>
    ParentName,

    /// <summary>证件类型; a resident number unless said.</summary>
    DocumentKind,

    /// <summary>证件号码.</summary>
    DocumentNumber,

    /// <summary>无证件或强制保存的原因.</summary>
    DocumentReason,

    /// <summary>强制保存.</summary>
    SaveDespiteFault,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>居住地.</summary>
    Address,

    /// <summary>市县.</summary>
    County,

    /// <summary>街道、乡镇.</summary>
    Township,

    /// <summary>省外或省内.</summary>
    Origin,

    /// <summary>出发地.</summary>
    From,

    /// <summary>离开的日期.</summary>
    LeftOn,

    /// <summary>计划到达.</summary>
    ExpectedOn,

    /// <summary>实际到达.</summary>
    ArrivedOn,

    /// <summary>返回前健康状况.</summary>
    HealthBefore,

    /// <summary>疫区旅居史.</summary>
    StayedInArea,

    /// <summary>确诊、疑似病例接触史.</summary>
    CaseContact,

    /// <summary>无症状感染者接触史.</summary>
    CarrierContact,

    /// <summary>14 天内症状.</summary>
    HadSymptoms,

    /// <summary>隔离开始.</summary>
    IsolationFrom,

    /// <summary>隔离结束.</summary>
    IsolationTo,

    /// <summary>隔离地点; blank is at home.</summary>
    IsolationPlace,

    /// <summary>身体状况.</summary>
    Health,

    /// <summary>采取的措施.</summary>
    Measures,

    /// <summary>接触史.</summary>
    Contacts,

    /// <summary>看到的官方码.</summary>
    Result,

    /// <summary>哪天看到的.</summary>
    ResultSeenOn,

    /// <summary>谁同意登记.</summary>
    Consent,

    /// <summary>体温.</summary>
    Temperature,

    /// <summary>有无疫区旅居史或发热人员接触史.</summary>
    Exposure,

    /// <summary>上报病例信息.</summary>
    CaseReport,

    /// <summary>就诊意见.</summary>
    Opinion,

    /// <summary>转回村（居）委会.</summary>
    Referred,

    /// <summary>药品和数量.</summary>
    Drugs,

    /// <summary>代购.</summary>
    ForOther,

    /// <summary>患者电话.</summary>
    PatientPhone,

    /// <summary>患者姓名.</summary>
    PatientName,

    /// <summary>患者证件号码.</summary>
    PatientNumber,

    /// <summary>患者住址.</summary>
    PatientAddress,

    /// <summary>其他、备注.</summary>
    Note,

    /// <summary>为什么改、为什么作废.</summary>
    Reason,
}
