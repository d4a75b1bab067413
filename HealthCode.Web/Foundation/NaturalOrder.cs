using System.Globalization;

namespace HealthCode.Web.Foundation;

/// <summary>自然顺序 — natural sort order of village groups and school classes: 3组 before 10组, 一年级2班 before 一年级10班 before 二年级, 小班 before 中班
/// before 大班. Numbers may be figures or Chinese numerals; text between them is compared by pinyin.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    private const string Numerals = "零一二三四五六七八九";

    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    private NaturalOrder()
    {
    }

    /// <summary>The only instance.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <summary>Compares the parts one by one; a number stands before a text.</summary>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x ?? ""), Parts(y ?? ""));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            var order = (left[i], right[i]) switch
            {
                (int one, int other) => one.CompareTo(other),
                (int, _) => -1,
                (_, int) => 1,
                var (one, other) => Pinyin.Compare((string)one, (string)other, CompareOptions.IgnoreWidth | CompareOptions.IgnoreCase),
            };
            if (order != 0)
            {
                return order;
            }
        }

        var rest = left.Count.CompareTo(right.Count);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    /// <summary>Texts and numbers in turn. Brackets and blanks separate but do not count: 一（2）班 is 一2班.</summary>
    private static List<object> Parts(string text)
    {
        List<object> parts = [];
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                at = Until(text, at, char.IsAsciiDigit);
                parts.Add(int.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : int.MaxValue);
            }
            else if (IsNumeral(text[at]))
            {
                at = Until(text, at, IsNumeral);
                parts.Add(Number(text.AsSpan(start, at - start)));
            }
            else if (YearOf(text, at) is { } year)
            {
                at++;
                parts.Add(year);
                if (text[at] == '班')
                {
                    // The only class of its year stands before 小一班.
                    parts.Add(0);
                }
            }
            else if (IsSeparator(text[at]))
            {
                at++;
            }
            else
            {
                at++;
                while (at < text.Length && !char.IsAsciiDigit(text[at]) && !IsNumeral(text[at]) && !IsSeparator(text[at]) && YearOf(text, at) is null)
                {
                    at++;
                }

                parts.Add(text[start..at]);
            }
        }

        return parts;
    }

    private static int Until(string text, int at, Func<char, bool> holds)
    {
        while (at < text.Length && holds(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsNumeral(char c) => c == '十' || (c != '零' && Numerals.Contains(c, StringComparison.Ordinal));

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || "（）()【】[]·-—".Contains(c, StringComparison.Ordinal);

    /// <summary>小班, 中班, 大班 of a kindergarten, also 小一班 and 大2班; null elsewhere.</summary>
    private static int? YearOf(string text, int at)
    {
        var year = "小中大".IndexOf(text[at], StringComparison.Ordinal) + 1;
        if (year == 0)
        {
            return null;
        }

        var behind = at + 1;
        while (behind < text.Length && (char.IsAsciiDigit(text[behind]) || IsNumeral(text[behind]) || IsSeparator(text[behind])))
        {
            behind++;
        }

        return behind < text.Length && text[behind] == '班' ? year : null;
    }

    /// <summary>一 to 九十九; without 十 digit by digit, as in 二零 or 一二.</summary>
    private static int Number(ReadOnlySpan<char> text)
    {
        var ten = text.IndexOf('十');
        if (ten < 0)
        {
            var number = 0;
            foreach (var c in text)
            {
                number = Math.Min(number * 10, 1_000_000) + Numerals.IndexOf(c, StringComparison.Ordinal);
            }

            return number;
        }

        return ((ten == 0 ? 1 : Number(text[..ten])) * 10) + (ten == text.Length - 1 ? 0 : Number(text[(ten + 1)..]));
    }
}
