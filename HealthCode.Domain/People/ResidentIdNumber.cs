using System.Globalization;
using System.Text;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.People;

/// <summary>
/// 公民身份号码: 18 characters AAAAAAYYYYMMDDSSSC, area, birth, sequence, check. Source: GB 11643-1999; 15 digits GB 11643-1989.
/// </summary>
public static class ResidentIdNumber
{
    /// <summary>位数: 18.</summary>
    public const int Length = 18;

    /// <summary>最早出生日期: earlier dates are regarded as typing errors.</summary>
    public static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    // Longer texts are not normalised, to keep the cost bounded.
    internal const int LongestText = 64;

    private const string Provinces =
        " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 ";

    /// <summary>
    /// 规整: full-width becomes half-width (NFKC); spaces, invisible marks from copy and paste and the leading apostrophe of
    /// spreadsheets are removed; letters become upper case; ×, х, Х become X.
    /// </summary>
    /// <param name="text">The typed text, may be null. Texts over 64 characters or with a lone surrogate are returned unchanged.</param>
    public static string Normalise(string? text)
    {
        text ??= "";
        if (text.Length > LongestText || Characters.CodePointsOf(text).Exists(point => !Rune.IsValid(point)))
        {
            return text;
        }

        var kept = new StringBuilder(Length);
        foreach (var character in HalfWidth.Normalize(text.Trim()))
        {
            if (char.GetUnicodeCategory(character) is not UnicodeCategory.SpaceSeparator)
            {
                kept.Append(character is '×' or '\u0445' or '\u0425' ? 'X' : char.ToUpperInvariant(character));
            }
        }

        return kept.ToString().TrimStart('\'');
    }

    /// <summary>核对: runs all checks of an 18-character number, in the order of GB 11643-1999: shape, birth, province, check character.</summary>
    /// <param name="number">A number normalised by <see cref="Normalise"/>.</param>
    /// <param name="kind">The kind of document; the prefixes 81, 82, 83 and 9 each belong to one kind.</param>
    /// <param name="today">Latest possible day of birth.</param>
    /// <returns>One fault per failed check; empty if the number is valid.</returns>
    public static IReadOnlyList<DocumentFault> Check(string number, IdentityDocumentKind kind, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (ShapeFault(number, kind) is { } shape)
        {
            return [shape];
        }

        DocumentFault?[] found = [BirthFault(number, today), PrefixFault(number, kind), CheckFault(number)];
        return [.. found.OfType<DocumentFault>()];
    }

    /// <summary>15 位转 18 位: puts 19 before the year and appends the check character.</summary>
    /// <param name="fifteen">15 digits of GB 11643-1989.</param>
    /// <returns>18 characters; null for sequences 995 to 999, reserved for people born before 1900, and for anything but 15 digits.</returns>
    public static string? ToEighteen(string fifteen)
    {
        ArgumentNullException.ThrowIfNull(fifteen);
        if (!IsFifteen(fifteen) || string.CompareOrdinal(fifteen, 12, "995", 0, 3) >= 0)
        {
            return null;
        }

        var digits = string.Concat(fifteen.AsSpan(0, 6), "19", fifteen.AsSpan(6));
        return digits + CheckCharacter.Mod11Radix2(digits);
    }

    /// <summary>出生日期 in digits 7 to 14; null if the shape is wrong, or the date does not exist or is before 1900.</summary>
    /// <param name="number">18 characters.</param>
    public static DateOnly? BirthDateOf(string number) =>
        HasShape(number) && DateOf(number) is { } birth && birth >= EarliestBirth ? birth : null;

    /// <summary>性别 in digit 17, odd male, even (including 0) female; null if the shape is wrong.</summary>
    /// <param name="number">18 characters.</param>
    public static Sex? SexOf(string number) =>
        HasShape(number) ? (number[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female : null;

    /// <summary>
    /// 无差错的号码: its 18 characters if birth, province and check character are valid, whatever the kind of document; else null.
    /// </summary>
    /// <param name="number">18 characters, or the 15 digits of the same number.</param>
    internal static string? Faultless(string number)
    {
        var eighteen = ToEighteen(number) ?? number;
        // Does not use Check, because the result must not depend on the current day.
        return BirthDateOf(eighteen) is not null && HomeOf(eighteen[..2]) is not null && CheckFault(eighteen) is null ? eighteen : null;
    }

    internal static bool IsFifteen(string number) => number.Length == 15 && number.All(char.IsAsciiDigit);

    private static bool HasShape(string number) => number.Length == Length
        && !number.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9')
        && (char.IsAsciiDigit(number[17]) || number[17] == 'X');

    private static DocumentFault? ShapeFault(string number, IdentityDocumentKind kind)
    {
        if (number.Length != Length)
        {
            return IdentityDocumentRules.Length18(kind, number.Length);
        }

        var wrong = Enumerable.Range(1, 17).Where(position => !char.IsAsciiDigit(number[position - 1])).ToList();
        if (wrong.Count > 0)
        {
            return IdentityDocumentRules.Digits18(wrong);
        }

        return HasShape(number) ? null : IdentityDocumentRules.Last18(number[17]);
    }

    private static DocumentFault? BirthFault(string number, DateOnly today) => DateOf(number) switch
    {
        null => IdentityDocumentRules.BirthImpossible(number.Substring(6, 8)),
        { } birth when birth < EarliestBirth => IdentityDocumentRules.BirthTooEarly(birth),
        { } birth when birth > today => IdentityDocumentRules.BirthInFuture(birth),
        _ => null,
    };

    private static DocumentFault? PrefixFault(string number, IdentityDocumentKind kind)
    {
        var prefix = number[..2];
        var home = HomeOf(prefix);
        var shown = kind == IdentityDocumentKind.HouseholdRegister ? IdentityDocumentKind.ResidentIdCard : kind;
        return home is null ? IdentityDocumentRules.Province(prefix)
            : home != shown ? IdentityDocumentRules.OtherKind(prefix, kind, home.Value)
            : null;
    }

    /// <summary>The kind of document whose numbers begin with this prefix; null if there is none.</summary>
    private static IdentityDocumentKind? HomeOf(string prefix) => prefix switch
    {
        ['9', _] => IdentityDocumentKind.ForeignPermanentResidentCard,
        "81" or "82" or "83" => IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit,
        _ when Provinces.Contains($" {prefix} ", StringComparison.Ordinal) => IdentityDocumentKind.ResidentIdCard,
        _ => null,
    };

    private static DocumentFault? CheckFault(string number)
    {
        var expected = CheckCharacter.Mod11Radix2(number.AsSpan(0, 17));
        return number[17] == expected ? null : IdentityDocumentRules.Check18(expected, number[17]);
    }

    private static DateOnly? DateOf(string number) => DateOnly.TryParseExact(
        number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
