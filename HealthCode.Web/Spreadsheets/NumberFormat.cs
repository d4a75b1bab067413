using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HealthCode.Web.Spreadsheets;

/// <summary>单元格格式 — tells whether a number is shown as a date or time, and formats it if the format only adds zeros or text, e.g. 12 as
/// 0012.</summary>
internal sealed partial class NumberFormat
{
    // Beyond 15 digits a spreadsheet itself loses precision.
    private const double MostExact = 1e15;

    private static readonly SearchValues<char> Marks = SearchValues.Create("yYdDhHmMsS");

    private static readonly SearchValues<char> Places = SearchValues.Create("0#?");

    // ECMA-376 part 1, 18.8.30: built-in formats that change how a number is shown.
    private static readonly Dictionary<int, string> BuiltIn = new() { [1] = "0", [2] = "0.00", [11] = "0.00E+00", [48] = "##0.0E+0" };

    private readonly List<(bool IsPlace, char Sign)>? _whole;
    private readonly List<(bool IsPlace, char Sign)> _broken = [];
    private readonly bool _isScientific;

    private NumberFormat(string code, bool isMoment)
    {
        IsMoment = isMoment;
        _isScientific = Quoted().Replace(code, "").Contains("E+", StringComparison.OrdinalIgnoreCase);
        _whole = isMoment || _isScientific ? null : ParseSection(code, _broken);
    }

    /// <summary>Shows a number unchanged.</summary>
    public static NumberFormat General { get; } = new("", false);

    /// <summary>Whether it shows a date or time.</summary>
    public bool IsMoment { get; }

    /// <summary>The format with this id, from the workbook or built in.</summary>
    public static NumberFormat Of(int id, IReadOnlyDictionary<int, string> own) =>
        own.TryGetValue(id, out var code) ? Of(code) : new(BuiltIn.GetValueOrDefault(id, ""), IsBuiltInMoment(id));

    /// <summary>The format for a code such as <c>0000</c>.</summary>
    public static NumberFormat Of(string code) => new(code, ShowsMoment(code));

    /// <summary>Formats the number without binary rounding errors (36.6, not 36.600000000000001), with the zeros and text of the format.</summary>
    public string Show(double number)
    {
        if (!(Math.Abs(number) < MostExact))
        {
            return number.ToString("0", CultureInfo.InvariantCulture);
        }

        var exact = (decimal)number;
        var plain = exact.ToString("0.###############", CultureInfo.InvariantCulture);
        return _isScientific ? number.ToString("0.##E+00", CultureInfo.InvariantCulture)
            : _whole is null || number < 0 || decimal.Round(exact, _broken.Count(sign => sign.IsPlace)) != exact ? plain
            : Fill(plain);
    }

    // 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese Excel (ECMA-376 part 1, 18.8.30).
    private static bool IsBuiltInMoment(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool ShowsMoment(string code) =>
        Quoted().Replace(code, "").AsSpan().ContainsAny(Marks) && !code.Contains("General", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parses the section for non-negative numbers into digit placeholders and text; null if it does more than add text. Decimals go to
    /// <paramref name="broken"/>.</summary>
    private static List<(bool IsPlace, char Sign)>? ParseSection(string code, List<(bool IsPlace, char Sign)> broken)
    {
        List<(bool IsPlace, char Sign)> whole = [];
        var now = whole;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case var place when Places.Contains(place):
                    now.Add((true, place));
                    break;
                case '"':
                    for (i++; i < code.Length && code[i] != '"'; i++)
                    {
                        now.Add((false, code[i]));
                    }

                    break;
                case '\\' when i + 1 < code.Length:
                    now.Add((false, code[++i]));
                    break;
                case '[':
                    i = code.IndexOf(']', i) is > 0 and var end ? end : code.Length;
                    break;
                case '_':
                    i++;
                    break;
                case '.' when now == whole:
                    now = broken;
                    break;
                case var word when word is ' ' or '-' or '+' or '(' or ')' or > '\u007F':
                    now.Add((false, word));
                    break;
                default:
                    return null;
            }
        }

        return whole.Exists(sign => sign.IsPlace) ? whole : null;
    }

    /// <summary>Fills the digits into the placeholders from the right; excess digits go before the first one.</summary>
    private string Fill(string plain)
    {
        var (digits, rest) = plain.Split('.') is [var before, var after] ? (before, after) : (plain, "");
        var places = _whole!.Where(sign => sign.IsPlace).Select(sign => sign.Sign).ToList();
        var least = places.Contains('0') ? places.Count - places.IndexOf('0') : 0;
        digits = (digits == "0" ? "" : digits).PadLeft(least, '0');
        var shown = new StringBuilder();
        var (left, isFirst) = (places.Count, true);
        foreach (var (isPlace, sign) in _whole!)
        {
            if (!isPlace)
            {
                shown.Append(sign);
                continue;
            }

            // The first placeholder takes all digits for which there are no others.
            var at = digits.Length - left;
            _ = isFirst && at >= 0 ? shown.Append(digits.AsSpan(0, at + 1)) : at >= 0 ? shown.Append(digits[at]) : shown;
            (left, isFirst) = (left - 1, false);
        }

        return shown.Append(Broken(rest)).ToString();
    }

    private string Broken(string rest)
    {
        var broken = new StringBuilder();
        var at = 0;
        foreach (var (isPlace, sign) in _broken)
        {
            _ = !isPlace ? broken.Append(sign) : at < rest.Length ? broken.Append(rest[at]) : sign == '0' ? broken.Append('0') : broken;
            at += isPlace ? 1 : 0;
        }

        return _broken.Exists(sign => sign.IsPlace) && broken.Length > 0 ? "." + broken : broken.ToString();
    }

    /// <summary>Literals and sections to skip in a format: "年", \年, and [Red] or [$-804].</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|_.
        """)]
    private static partial Regex Quoted();
}
