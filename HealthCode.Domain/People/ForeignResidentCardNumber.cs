using System.Globalization;

namespace HealthCode.Domain.People;

/// <summary>
/// 外国人永久居留身份证号码（旧版）: 15 characters, 3 letters of nationality, 4 digits of place, YYMMDD, sequence, check digit.
/// Cards before December 2023; they stay valid. The 18-digit card follows <see cref="ResidentIdNumber"/>.
/// </summary>
public static class ForeignResidentCardNumber
{
    // The last old card was issued in November 2023, so a later two-digit year can only be 19YY.
    private const int LastYearOfIssue = 23;

    /// <summary>True for 3 capital letters followed by 12 digits.</summary>
    /// <param name="number">A number normalised by <see cref="ResidentIdNumber.Normalise"/>.</param>
    public static bool HasOldShape(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 15 && number.Take(3).All(char.IsAsciiLetterUpper) && number.Skip(3).All(char.IsAsciiDigit);
    }

    /// <summary>旧版校验位: ICAO 9303 weights 7-3-1 over the first 14 characters, A=10 to Z=35, modulo 10.</summary>
    /// <param name="number">A number for which <see cref="HasOldShape"/> is true.</param>
    /// <exception cref="ArgumentException">The number does not have the old shape.</exception>
    public static char OldCheckDigit(string number)
    {
        RequireOldShape(number);
        ReadOnlySpan<int> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < 14; i++)
        {
            sum += weights[i % 3] * (char.IsAsciiDigit(number[i]) ? number[i] - '0' : number[i] - 'A' + 10);
        }

        return (char)('0' + sum % 10);
    }

    /// <summary>旧版出生日期: null if the date does not exist, or for years 00 to 23, which are ambiguous (19YY or 20YY).</summary>
    /// <param name="number">A number for which <see cref="HasOldShape"/> is true.</param>
    /// <exception cref="ArgumentException">The number does not have the old shape.</exception>
    public static DateOnly? OldBirthDateOf(string number) =>
        OldYearOf(number) > LastYearOfIssue ? DateOf("19", number) : null;

    /// <summary>True if characters 8 to 13 are a valid date in at least one possible century.</summary>
    internal static bool HasPossibleBirth(string number) =>
        DateOf("19", number) is not null || (OldYearOf(number) <= LastYearOfIssue && DateOf("20", number) is not null);

    private static int OldYearOf(string number)
    {
        RequireOldShape(number);
        return int.Parse(number.AsSpan(7, 2), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static DateOnly? DateOf(string century, string number) => DateOnly.TryParseExact(
        string.Concat(century, number.AsSpan(7, 6)), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date : null;

    private static void RequireOldShape(string number)
    {
        if (!HasOldShape(number))
        {
            throw new ArgumentException("Needs 3 letters and 12 digits.", nameof(number));
        }
    }
}
