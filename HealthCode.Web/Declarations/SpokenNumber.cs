using System.Globalization;

namespace HealthCode.Web.Declarations;

/// <summary>Numbers as they are said, so that no voice reads a year as a quantity.</summary>
internal static class SpokenNumber
{
    private const string Figures = "零一二三四五六七八九";

    // On the telephone 一 sounds like 七.
    private const string OnTelephone = "零幺二三四五六七八九";

    public static string Day(DateOnly day) =>
        string.Concat(day.Year.ToString("0000", CultureInfo.InvariantCulture).Select(digit => Figures[digit - '0'])) + $"年{Number(day.Month)}月{Number(day.Day)}日";

    /// <summary>1 to 99.</summary>
    public static string Number(int number) => number < 10 ? Figures[number].ToString()
        : $"{(number < 20 ? "" : Figures[number / 10])}十{(number % 10 == 0 ? "" : Figures[number % 10])}";

    /// <summary>Digit by digit; letters stay.</summary>
    public static string Digits(string number) => string.Join(' ', number.Select(digit => char.IsAsciiDigit(digit) ? OnTelephone[digit - '0'] : digit));
}
