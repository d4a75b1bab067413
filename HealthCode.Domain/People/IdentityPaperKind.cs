namespace HealthCode.Domain.People;

/// <summary>证件类型 (rule-table D6).</summary>
public enum IdentityPaperKind
{
    /// <summary>居民身份证.</summary>
    ResidentIdCard = 0,

    /// <summary>户口簿: children without a card of their own; the same 18-digit number.</summary>
    HouseholdRegister = 1,

    /// <summary>港澳台居民居住证.</summary>
    HongKongMacaoTaiwanResidencePermit = 2,

    /// <summary>外国人永久居留身份证, of 2023 (18 digits) or before (15 characters).</summary>
    ForeignPermanentResidentCard = 3,

    /// <summary>出生医学证明: infants not yet registered.</summary>
    BirthCertificate = 4,

    /// <summary>护照.</summary>
    Passport = 5,

    /// <summary>无证件, with a reason.</summary>
    None = 6,
}
