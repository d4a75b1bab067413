using System.Buffers;
using System.Globalization;

namespace HealthCode.Domain.People;

/// <summary>姓名用字: which characters are allowed in a name, and where. Source: 民委发〔2016〕33号, GB 18030-2022.</summary>
internal static class NameCharacters
{
    public const int Dot = 0xB7;

    // Characters that keyboards and old systems produce instead of U+00B7.
    private const string Lookalikes = "\u2022\u30FB\uFF65\u2027\u22C5\u2219\u0387\uFF0E.";

    private static readonly SearchValues<char> LookalikeCharacters = SearchValues.Create(Lookalikes);

    /// <summary>Replaces look-alikes of · between two Han characters with ·; no NFC or NFKC, because they replace Han characters.</summary>
    public static string NormaliseDots(string raw)
    {
        if (!raw.AsSpan().ContainsAny(LookalikeCharacters))
        {
            return raw;
        }

        var points = Characters.CodePointsOf(raw);
        var value = raw.ToCharArray();
        for (int i = 0, at = 0; i < points.Count; at += points[i] > 0xFFFF ? 2 : 1, i++)
        {
            if (IsLookalike(points[i]) && IsHan(At(points, i - 1)) && IsHan(At(points, i + 1)))
            {
                value[at] = (char)Dot;
            }
        }

        return new string(value);
    }

    /// <summary>Message about the first invalid character; null if all are valid.</summary>
    public static string? FaultOf(string value)
    {
        var points = Characters.CodePointsOf(value);
        for (var i = 0; i < points.Count; i++)
        {
            if (FaultAt(points, i) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Private-use characters count as Han, because old systems encoded rare characters there.</summary>
    public static bool IsHan(int point) => point is 0x3007
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFD) || IsPrivateUse(point);

    public static bool IsPrivateUse(int point) => point is (>= 0xE000 and <= 0xF8FF)
        or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);

    private static string? FaultAt(List<int> points, int i)
    {
        var (point, before, after) = (points[i], At(points, i - 1), At(points, i + 1));
        return point switch
        {
            _ when IsHan(point) || IsLatin(point) => null,
            >= 0x300 and <= 0x36F when IsLatin(before) || before is >= 0x300 and <= 0x36F => null,
            Dot => IsLetter(before) && IsLetter(after) ? null : $"分隔符“·”的前后都要有字，请核对第 {i + 1} 个字符。",
            ' ' => SpaceFault(before, after, i + 1),
            '-' or '\'' or '’' => IsLatin(before) || IsLatin(after) || IsMark(before) ? null : Misplaced(point, i + 1),
            '.' when IsLatin(before) || IsMark(before) => null,
            _ when IsLookalike(point) => $"第 {i + 1} 个字符 {Characters.Show(point)} 不是规范的分隔符，请改为“·”，且前后都要有字。",
            _ => Foreign(point, i + 1),
        };
    }

    private static string? SpaceFault(int before, int after, int position) =>
        (IsLatin(before) || IsMark(before) || before is '.' or '\'' or '’') && (IsLatin(after) || after is '\'' or '’')
            ? null
            : $"第 {position} 个字符是多余的空格：汉字姓名中间不要空格，少数民族姓名请用“·”分隔，请核对后删去。";

    private static string Foreign(int point, int position) => Characters.CategoryOf(point) switch
    {
        _ when point is (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) =>
            $"第 {position} 个字符 {Characters.Show(point)} 是全角字母，请改用半角字母。",
        UnicodeCategory.Surrogate => $"第 {position} 个字符 {Characters.Show(point)} 残缺不全，请删去后重新录入这个字。",
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber =>
            $"姓名里不能有数字，请核对第 {position} 个字符 {Characters.Show(point)}。",
        UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol =>
            $"姓名里不能有表情或符号，请删去第 {position} 个字符 {Characters.Show(point)}。",
        UnicodeCategory.SpaceSeparator => $"第 {position} 个字符是特殊空格（U+{point:X4}），请删去；外文姓名请用普通空格。",
        _ when Characters.IsInvisible(point) => $"第 {position} 个字符 {Characters.Show(point)} 是看不见的控制字符，请删去后重新录入姓名。",
        _ => Misplaced(point, position),
    };

    private static string Misplaced(int point, int position) =>
        $"第 {position} 个字符 {Characters.Show(point)} 不能用在这里，请照证件用汉字或拉丁字母填写。";

    private static bool IsLatin(int point) => point is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
        || (point is (>= 0xC0 and <= 0x24F) or (>= 0x1E00 and <= 0x1EFF) && char.IsLetter((char)point));

    private static bool IsMark(int point) => point is >= 0x300 and <= 0x36F;

    private static bool IsLetter(int point) => IsHan(point) || IsLatin(point) || IsMark(point);

    private static bool IsLookalike(int point) => point <= 0xFFFF && Lookalikes.Contains((char)point, StringComparison.Ordinal);

    private static int At(List<int> points, int i) => i >= 0 && i < points.Count ? points[i] : 0;
}
