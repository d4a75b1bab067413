namespace HealthCode.Domain.Declarations;

/// <summary>申报表的栏 — annex 1 in its order, and what is recorded in addition.</summary>
public enum DeclarationField
{
    /// <summary>姓名.</summary>
    Name,

    /// <summary>性别.</summary>
    Sex,

    /// <summary>出生日期.</summary>
    BirthDate,

    /// <summary>证件类型.</summary>
    DocumentKind,

    /// <summary>证件号码.</summary>
    DocumentNumber,

    /// <summary>核对无误，强制保存.</summary>
    SaveDocumentDespiteFault,

    /// <summary>无证件或强制保存的原因.</summary>
    DocumentReason,

    /// <summary>手机号码.</summary>
    Phone,

    /// <summary>这是谁的号码.</summary>
    PhoneOwner,

    /// <summary>过去 14 天内居住地址; numbered.</summary>
    StayAddress,

    /// <summary>从哪天住起; numbered.</summary>
    StayFirstDay,

    /// <summary>住到哪天; numbered.</summary>
    StayLastDay,

    /// <summary>户籍地址.</summary>
    DomicileAddress,

    /// <summary>居住证地址.</summary>
    PermitAddress,

    /// <summary>出行到省内或省外.</summary>
    TravelScope,

    /// <summary>目的地省.</summary>
    Province,

    /// <summary>目的地市.</summary>
    City,

    /// <summary>目的地县（市、区）.</summary>
    County,

    /// <summary>目的地乡镇（街道）.</summary>
    Township,

    /// <summary>目的地村（小区）.</summary>
    Village,

    /// <summary>目的地门牌号.</summary>
    House,

    /// <summary>出行日期.</summary>
    TravelOn,

    /// <summary>交通工具.</summary>
    Transport,

    /// <summary>车次、航班号.</summary>
    Ride,

    /// <summary>座位号.</summary>
    Seat,

    /// <summary>(1) 确诊、疑似或阳性.</summary>
    Diagnosed,

    /// <summary>(2) 密切接触者.</summary>
    CloseContact,

    /// <summary>(3) 曾有症状.</summary>
    HadSymptoms,

    /// <summary>(5) 到过外省区.</summary>
    LeftNingxia,

    /// <summary>(6) 接触高风险地区人员.</summary>
    MetHighRisk,

    /// <summary>(7) 接触有症状人员.</summary>
    MetFeverish,

    /// <summary>(8) 承诺立即报告.</summary>
    WillReport,

    /// <summary>(9) 承诺不聚集.</summary>
    WillKeepAway,

    /// <summary>申报人签字.</summary>
    Signature,

    /// <summary>签字日期.</summary>
    SignedOn,

    /// <summary>监护人姓名.</summary>
    GuardianName,

    /// <summary>监护人与本人关系.</summary>
    GuardianRelation,

    /// <summary>监护人电话.</summary>
    GuardianPhone,

    /// <summary>代填人姓名.</summary>
    ScribeName,

    /// <summary>代填人与本人关系.</summary>
    ScribeRelation,

    /// <summary>已宣读.</summary>
    ReadAloud,

    /// <summary>村民小组.</summary>
    VillageGroup,

    /// <summary>学校班级.</summary>
    SchoolClass,

    /// <summary>办卡缘由.</summary>
    Reason,

    /// <summary>修改原因 of a later version.</summary>
    ChangeReason,
}
