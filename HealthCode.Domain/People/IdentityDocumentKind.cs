namespace HealthCode.Domain.People;

/// <summary>证件类型: kind of document presented. Source: DECISIONS.md D6.</summary>
public enum IdentityDocumentKind
{
    /// <summary>居民身份证, 18 digits of GB 11643-1999 (15 on documents before 2013).</summary>
    ResidentIdCard,

    /// <summary>户口簿, the same 18 digits; for children and others without a card.</summary>
    HouseholdRegister,

    /// <summary>港澳台居民居住证, 18 digits beginning with 81, 82 or 83.</summary>
    HongKongMacaoTaiwanResidencePermit,

    /// <summary>外国人永久居留身份证, 18 digits beginning with 9, or 15 characters on cards before December 2023.</summary>
    ForeignPermanentResidentCard,

    /// <summary>出生医学证明, one letter and nine digits; for infants not yet registered.</summary>
    BirthCertificate,

    /// <summary>护照, Chinese or foreign, 5 to 17 letters and digits.</summary>
    Passport,

    /// <summary>无证件: no document; a reason is given instead of the number.</summary>
    None,
}

/// <summary>证件类型的名称: Chinese name of each <see cref="IdentityDocumentKind"/>.</summary>
public static class IdentityDocumentKindNames
{
    /// <summary>The Chinese name of the document, such as 居民身份证; 无证件 for <see cref="IdentityDocumentKind.None"/>.</summary>
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
