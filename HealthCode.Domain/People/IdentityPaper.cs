using System.Text.RegularExpressions;

namespace HealthCode.Domain.People;

/// <summary>证件 — which paper was seen, its number, and what the number tells.</summary>
public sealed partial record IdentityPaper
{
    private const int LongestNumber = 40;
    private const int ShortestForced = 5;

    private IdentityPaper(IdentityPaperKind kind, string number, string? reason, bool savedDespiteFault)
    {
        (Kind, Number, Reason, SavedDespiteFault) = (kind, number, reason, savedDespiteFault);
        (BirthDate, Sex) = Told(kind, number);
    }

    /// <summary>证件类型.</summary>
    public IdentityPaperKind Kind { get; }

    /// <summary>Half width, capitals, no blanks; empty for 无证件.</summary>
    public string Number { get; }

    /// <summary>Why there is no paper, or why a number was saved in spite of a fault.</summary>
    public string? Reason { get; }

    /// <summary>核对无误，强制保存: the number is wrong in the old registers themselves.</summary>
    public bool SavedDespiteFault { get; }

    /// <summary>What the number tells of the birth date, or null.</summary>
    public DateOnly? BirthDate { get; }

    /// <summary>What the number tells of the sex, or null.</summary>
    public Sex? Sex { get; }

    /// <summary>The same for the same number, whichever paper shows it; null for 无证件.</summary>
    public string? Key => Kind switch
    {
        IdentityPaperKind.None => null,
        IdentityPaperKind.Passport => "P:" + Number,
        IdentityPaperKind.BirthCertificate => "B:" + Number,
        _ => (Number.Length == 18 ? "18:" : "15:") + Number,
    };

    /// <summary>For lists: 640***********1234 (3 + 11 + 4); others keep two at each end; 无证件.</summary>
    public string Masked => Number.Length switch
    {
        0 => Kind.ChineseName(),
        18 => string.Concat(Number.AsSpan(0, 3), new string('*', 11), Number.AsSpan(14)),
        > 5 => string.Concat(Number.AsSpan(0, 2), new string('*', Number.Length - 4), Number.AsSpan(Number.Length - 2)),
        _ => new string('*', Number.Length),
    };

    /// <summary>Reads what was typed for a kind of paper.</summary>
    /// <param name="kind">证件类型.</param>
    /// <param name="text">The number as typed.</param>
    /// <param name="reason">For 无证件 and for 强制保存.</param>
    /// <param name="saveDespiteFault">核对无误，强制保存; works only with a reason.</param>
    /// <param name="today">Nobody is born later.</param>
    public static IdentityPaperReading Read(IdentityPaperKind kind, string? text, string? reason, bool saveDespiteFault, DateOnly today)
    {
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (kind == IdentityPaperKind.None)
        {
            return why is null
                ? Refused(new("none-reason", "没有证件的，请写明原因，例如“遗失，补办中”"))
                : new(new(kind, "", why, false), [], [], []);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refused(new("paper-missing", $"请填写{kind.ChineseName()}号码；没有证件的，证件类型选“无证件”"));
        }

        if (text.Length > LongestNumber)
        {
            return Refused(new("paper-long", "号码太长，请核对"));
        }

        var number = ResidentIdNumber.Normalise(text);
        if (number.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c)) is var odd && odd != default)
        {
            return Refused(new("paper-characters", "号码里有数字和字母以外的字符，请核对"));
        }

        return Judge(kind, number, why, saveDespiteFault, today);
    }

    /// <summary>A paper from the database, not checked again.</summary>
    public static IdentityPaper Restore(IdentityPaperKind kind, string number, string? reason, bool savedDespiteFault) =>
        new(kind, number, reason, savedDespiteFault);

    private static IdentityPaperReading Judge(IdentityPaperKind kind, string number, string? why, bool force, DateOnly today)
    {
        List<string> warnings = [];
        if (kind is IdentityPaperKind.ResidentIdCard or IdentityPaperKind.HouseholdRegister && number.Length == 15 && number.All(char.IsAsciiDigit)
            && ResidentIdNumber.ToEighteen(number) is { } converted)
        {
            warnings.Add($"第一代身份证（15位）2013年起停用，已换成18位 {converted}，请核对");
            number = converted;
        }

        var faults = Faults(kind, number, today);
        if (faults.Count > 0 && force && why is not null && number.Length >= ShortestForced)
        {
            return new(new(kind, number, why, true), [], [.. warnings, .. faults.Select(fault => "已强制保存：" + fault.Sentence)], []);
        }

        if (faults.Count > 0)
        {
            return new(null, force && why is null ? [.. faults, new("force-reason", "强制保存要写明原因")] : faults, warnings, []);
        }

        if (OldForeignCard().IsMatch(number) && kind == IdentityPaperKind.ForeignPermanentResidentCard && Icao731(number[..14]) != number[14])
        {
            warnings.Add("末位校验码与推算不符，旧版证件有例外，请核对一遍");
        }

        // A right number is forced too where the old registers gave it to two people (重号); otherwise the reason is not carried along.
        var forced = force && why is not null;
        return new(new(kind, number, forced ? why : null, forced), [], warnings, RetiredAreaCodes.NotesOn(number));
    }

    private static IReadOnlyList<PaperFault> Faults(IdentityPaperKind kind, string number, DateOnly today) => kind switch
    {
        IdentityPaperKind.ResidentIdCard or IdentityPaperKind.HouseholdRegister when number is ['8', '1' or '2' or '3', ..] && number.Length == 18 =>
            [new("paper-kind", "81、82、83 开头的是港澳台居民居住证，请改选证件类型")],
        IdentityPaperKind.ResidentIdCard or IdentityPaperKind.HouseholdRegister when number is ['9', ..] && number.Length == 18 =>
            [new("paper-kind", "9 开头的是外国人永久居留身份证，请改选证件类型")],
        IdentityPaperKind.ResidentIdCard or IdentityPaperKind.HouseholdRegister when number.Length == 15 && number.All(char.IsAsciiDigit) =>
            [new("id15-centenarian", "这个15位号码不能自动换成18位，请查户口簿上的18位号码")],
        IdentityPaperKind.ResidentIdCard or IdentityPaperKind.HouseholdRegister => ResidentIdNumber.Check(number, today),
        IdentityPaperKind.HongKongMacaoTaiwanResidencePermit when number.Length == 18 && number is not ['8', '1' or '2' or '3', ..] =>
            [new("paper-kind", "港澳台居民居住证以 81、82 或 83 开头，请核对证件类型")],
        IdentityPaperKind.HongKongMacaoTaiwanResidencePermit => ResidentIdNumber.Check(number, today),
        IdentityPaperKind.ForeignPermanentResidentCard when OldForeignCard().IsMatch(number) => [],
        IdentityPaperKind.ForeignPermanentResidentCard when number.Length == 18 && number[0] == '9' => ResidentIdNumber.Check(number, today),
        IdentityPaperKind.ForeignPermanentResidentCard =>
            [new("foreign-card", "外国人永久居留身份证是 9 开头的18位，或旧版 3 个字母加 12 位数字，请核对")],
        IdentityPaperKind.BirthCertificate => BirthCertificateNumber().IsMatch(number) ? [] : [new("birth-certificate", "出生医学证明编号是 1 个字母加 9 位数字，请核对")],
        IdentityPaperKind.Passport => PassportNumber().IsMatch(number) ? [] : [new("passport", "护照号码是 5 至 17 位字母和数字，请核对")],
        _ => [],
    };

    private static (DateOnly? Born, Sex? Sex) Told(IdentityPaperKind kind, string number)
    {
        var tells = kind is not (IdentityPaperKind.Passport or IdentityPaperKind.BirthCertificate or IdentityPaperKind.None);
        return tells && number.Length == 18 && number.Take(17).All(char.IsAsciiDigit)
            ? (ResidentIdNumber.BirthDateOf(number), ResidentIdNumber.SexOf(number))
            : (null, null);
    }

    /// <summary>ICAO 9303: weights 7 3 1, letters count from A = 10.</summary>
    private static char Icao731(string text)
    {
        int[] weights = [7, 3, 1];
        var sum = text.Select((c, i) => (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10) * weights[i % 3]).Sum();
        return (char)('0' + (sum % 10));
    }

    private static IdentityPaperReading Refused(PaperFault fault) => new(null, [fault], [], []);

    [GeneratedRegex("^[A-Z]{3}[0-9]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex OldForeignCard();

    [GeneratedRegex("^[A-Z][0-9]{9}$", RegexOptions.CultureInvariant)]
    private static partial Regex BirthCertificateNumber();

    [GeneratedRegex("^[A-Z0-9]{5,17}$", RegexOptions.CultureInvariant)]
    private static partial Regex PassportNumber();
}
