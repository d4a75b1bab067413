using System.Globalization;
using System.Text;

namespace HealthCode.Domain.People;

/// <summary>公民身份号码 — GB 11643-1999: area 6, birth 8, sequence 3 (odd male), check 1. The area is that of first registration, valid for life even when the county is gone.</summary>
public static class ResidentIdNumber
{
    private const int Length = 18;
    private static readonly string[] Provinces = ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"];

    /// <summary>What people type made plain: full width to half width, ×, х, Х and x to X, blanks and hyphens out.</summary>
    public static string Normalise(string text) =>
        new string([.. text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not '-' and not '\'')])
            .ToUpperInvariant().Replace('×', 'X').Replace('Х', 'X').Replace('✕', 'X').Replace('╳', 'X');

    /// <summary>Everything wrong with 18 characters, in the order one would check; empty when nothing is.</summary>
    /// <param name="number">Normalised.</param>
    /// <param name="today">Nobody is born later.</param>
    public static IReadOnlyList<PaperFault> Check(string number, DateOnly today)
    {
        if (number.Length != Length)
        {
            return [new("id18-length", $"号码有 {number.Length} 位，应为 18 位，请数一数是不是漏了或多了一位")];
        }

        var wrong = Enumerable.Range(0, Length).Where(i => !char.IsAsciiDigit(number[i]) && !(i == 17 && number[i] == 'X')).ToArray();
        if (wrong.Length > 0)
        {
            return [new("id18-characters", wrong[0] == 17 ? "第18位只能是数字或 X，请核对" : $"第{wrong[0] + 1}位不是数字，请核对")];
        }

        List<PaperFault> faults = [];
        var (year, month, day) = (number[6..10], number[10..12], number[12..14]);
        if (BirthDateOf(number) is not { } born)
        {
            faults.Add(new("id18-birth-date", $"第7至14位是出生日期，{year}年{month}月{day}日 没有这一天，请核对"));
        }
        else if (born > today)
        {
            faults.Add(new("id18-birth-future", $"第7至14位出生日期 {year}年{month}月{day}日 在今天之后，请核对"));
        }
        else if (born.Year < 1900)
        {
            faults.Add(new("id18-birth-early", $"第7至10位出生年份 {year} 早于 1900 年，请核对"));
        }

        if (!Provinces.Contains(number[..2]) && number[0] != '9')
        {
            faults.Add(new("id18-province", $"前两位 {number[..2]} 不是省份代码，请核对"));
        }

        var expected = CheckCharacter.Mod11Radix2(number.AsSpan(0, 17));
        if (expected != number[17])
        {
            faults.Add(new("id18-check", $"第18位校验码不符（按前17位应为 {expected}），多半有一位抄错，请逐位核对"));
        }

        return faults;
    }

    /// <summary>第7至14位, or null when there is no such day.</summary>
    public static DateOnly? BirthDateOf(string number) =>
        number.Length == Length && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null;

    /// <summary>第17位: odd male, even female.</summary>
    public static Sex SexOf(string number) => (number[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>15 → 18 digits (GB 11643-1989): 19 before the year, the check behind. Null for 995–999, once kept for people born in the 1800s.</summary>
    /// <param name="number">15 digits.</param>
    public static string? ToEighteen(string number)
    {
        if (string.CompareOrdinal(number[12..], "995") >= 0)
        {
            return null;
        }

        var body = number[..6] + "19" + number[6..];
        return body + CheckCharacter.Mod11Radix2(body);
    }
}
