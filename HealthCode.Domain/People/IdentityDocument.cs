namespace HealthCode.Domain.People;

/// <summary>证件: the document a person presented, or the reason why there is none. Source: DECISIONS.md D6.</summary>
public sealed record IdentityDocument
{
    /// <summary>号码最长: maximum length of <see cref="Number"/>.</summary>
    public const int LongestNumber = 30;

    private IdentityDocument(IdentityDocumentKind kind, string number, string? reason, bool savedDespiteFault)
    {
        Kind = kind;
        Number = number;
        Reason = reason;
        SavedDespiteFault = savedDespiteFault;
    }

    /// <summary>证件类型.</summary>
    public IdentityDocumentKind Kind { get; }

    /// <summary>证件号码, normalised: capitals and digits, 15 digits converted to 18; empty for 无证件. Unmasked display must be audited.</summary>
    public string Number { get; }

    /// <summary>原因: why there is no document, or why the number was saved despite a fault; otherwise null. At most 200 characters.</summary>
    public string? Reason { get; }

    /// <summary>强制保存: the clerk checked the document and saved the number despite a fault (重号、错号).</summary>
    public bool SavedDespiteFault { get; }

    /// <summary>号码中的出生日期, null if the number contains none. Not validated for numbers saved despite a fault, so it may be in the future.</summary>
    public DateOnly? BirthDate =>
        Shows18 ? ResidentIdNumber.BirthDateOf(Number)
        : Kind == IdentityDocumentKind.ForeignPermanentResidentCard && ForeignResidentCardNumber.HasOldShape(Number)
            ? ForeignResidentCardNumber.OldBirthDateOf(Number)
        : null;

    /// <summary>号码中的性别, null if the number contains none.</summary>
    public Sex? Sex => Shows18 ? ResidentIdNumber.SexOf(Number) : null;

    /// <summary>证件标识: equal for equal numbers, whatever the kind of document; null for 无证件.</summary>
    /// <remarks><c>18:</c> for 身份证, 户口簿, 居住证 and the 18-digit foreign card, <c>F:</c> for its 15-character predecessor, <c>P:</c> passport, <c>B:</c> birth certificate.</remarks>
    public string? Key => Kind switch
    {
        IdentityDocumentKind.None => null,
        // A valid number identifies the person, even if the wrong kind was chosen.
        _ when ResidentIdNumber.Faultless(Number) is { } eighteen => "18:" + eighteen,
        IdentityDocumentKind.Passport => "P:" + Number,
        IdentityDocumentKind.BirthCertificate => "B:" + Number,
        IdentityDocumentKind.ForeignPermanentResidentCard when Number.Length != ResidentIdNumber.Length => "F:" + Number,
        _ => "18:" + (ResidentIdNumber.ToEighteen(Number) ?? Number),
    };

    /// <summary>号码无差错: the number itself is valid, so saving it by force does not give its holder another identity.</summary>
    internal bool IsFaultless => ResidentIdNumber.Faultless(Number) is not null || IdentityDocumentReader.IsFaultless(Kind, Number);

    /// <summary>脱敏号码: first 3 and last 4 of eighteen characters, otherwise first and last 2, asterisks between; 无证件 if there is none.</summary>
    public string Masked => Kind == IdentityDocumentKind.None ? Kind.ChineseName() : Number.Length switch
    {
        <= 4 => new string('*', Number.Length),
        ResidentIdNumber.Length => $"{Number[..3]}***********{Number[^4..]}",
        _ => $"{Number[..2]}{new string('*', Number.Length - 4)}{Number[^2..]}",
    };

    private bool Shows18 => Kind is IdentityDocumentKind.ResidentIdCard or IdentityDocumentKind.HouseholdRegister
        or IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit or IdentityDocumentKind.ForeignPermanentResidentCard
        && Number.Length == ResidentIdNumber.Length;

    /// <summary>读取: validates a typed number. Source: GB 11643-1999 and the standards of each document.</summary>
    /// <param name="kind">证件类型, a defined value.</param>
    /// <param name="text">号码 as typed, may be null; texts of any length are handled quickly.</param>
    /// <param name="reason">原因: required for 无证件 and for <paramref name="saveDespiteFault"/>, otherwise ignored.</param>
    /// <param name="saveDespiteFault">“核对无误，强制保存”: requires a reason and 5 to 30 letters and digits; faults become warnings.</param>
    /// <param name="today">今天, the last possible day of birth.</param>
    /// <returns>Either a document or all faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined.</exception>
    public static IdentityDocumentParseResult Read(
        IdentityDocumentKind kind, string? text, string? reason, bool saveDespiteFault, DateOnly today)
    {
        RequireDefined(kind);
        return IdentityDocumentReader.Read(kind, text, reason, saveDespiteFault, today);
    }

    /// <summary>还原: restores a stored document without validation.</summary>
    /// <param name="kind">证件类型, a defined value.</param>
    /// <param name="number">The saved <see cref="Number"/>; ignored for 无证件.</param>
    /// <param name="reason">The saved <see cref="Reason"/>.</param>
    /// <param name="savedDespiteFault">The saved <see cref="SavedDespiteFault"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined.</exception>
    public static IdentityDocument Restore(IdentityDocumentKind kind, string number, string? reason, bool savedDespiteFault)
    {
        RequireDefined(kind);
        ArgumentNullException.ThrowIfNull(number);
        return new(kind, kind == IdentityDocumentKind.None ? "" : number, reason, savedDespiteFault);
    }

    /// <summary>Kind and masked number, so that logs never contain the number.</summary>
    public override string ToString() => $"{Kind.ChineseName()} {Masked}";

    private static void RequireDefined(IdentityDocumentKind kind)
    {
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of identity paper.");
        }
    }
}
