namespace HealthCode.Domain.People;

/// <summary>证件类型的名称: the words on the form for each <see cref="IdentityPaperKind"/>.</summary>
public static class IdentityPaperKindNames
{
    /// <summary>The Chinese name of the paper, such as 居民身份证; 无证件 for <see cref="IdentityPaperKind.None"/>.</summary>
    /// <param name="kind">A defined value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static string ChineseName(this IdentityPaperKind kind) => kind switch
    {
        IdentityPaperKind.ResidentIdCard => "居民身份证",
        IdentityPaperKind.HouseholdRegister => "户口簿",
        IdentityPaperKind.HongKongMacaoTaiwanResidencePermit => "港澳台居民居住证",
        IdentityPaperKind.ForeignPermanentResidentCard => "外国人永久居留身份证",
        IdentityPaperKind.BirthCertificate => "出生医学证明",
        IdentityPaperKind.Passport => "护照",
        IdentityPaperKind.None => "无证件",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of identity paper."),
    };
}
