namespace HealthCode.Domain.People;

/// <summary>人员用语.</summary>
public static class PeopleNames
{
    /// <summary>男, 女.</summary>
    public static string ChineseName(this Sex sex) => sex == Sex.Male ? "男" : "女";

    /// <summary>本人, 家人代接, 邻居代接.</summary>
    public static string ChineseName(this PhoneOwner owner) => owner switch
    {
        PhoneOwner.Self => "本人",
        PhoneOwner.Family => "家人代接",
        PhoneOwner.Neighbour => "邻居代接",
        _ => throw new ArgumentOutOfRangeException(nameof(owner)),
    };

    /// <summary>居民身份证 … 无证件.</summary>
    public static string ChineseName(this IdentityPaperKind kind) => kind switch
    {
        IdentityPaperKind.ResidentIdCard => "居民身份证",
        IdentityPaperKind.HouseholdRegister => "户口簿",
        IdentityPaperKind.HongKongMacaoTaiwanResidencePermit => "港澳台居民居住证",
        IdentityPaperKind.ForeignPermanentResidentCard => "外国人永久居留身份证",
        IdentityPaperKind.BirthCertificate => "出生医学证明",
        IdentityPaperKind.Passport => "护照",
        IdentityPaperKind.None => "无证件",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
