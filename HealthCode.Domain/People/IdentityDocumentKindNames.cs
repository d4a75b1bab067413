namespace HealthCode.Domain.People;

/// <summary>证件类型的名称: the words on the form for each <see cref="IdentityDocumentKind"/>.</summary>
public static class IdentityDocumentKindNames
{
    /// <summary>The Chinese name of the paper, such as 居民身份证; 无证件 for <see cref="IdentityDocumentKind.None"/>.</summary>
    /// <param name="kind">A defined value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static string ChineseName(this IdentityDocumentKind kind) => kind switch
    {
        IdentityDocumentKind.ResidentIdCard => "居民身份证",
        IdentityDocumentKind.HouseholdRegister => "户口簿",
        IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit => "港澳台居民居住证",
        IdentityDocumentKind.ForeignPermanentResidentCard => "外国人永久居留身份证",
        IdentityDocumentKind.BirthCertificate => "出生医学证明",
        IdentityDocumentKind.Passport => "护照",
        IdentityDocumentKind.None => "无证件",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of identity paper."),
    };
}
