using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.People;

/// <summary>姓名: 1 to 50 text elements, enough for the longest minority names. Source: 民委发〔2016〕33号, GB 18030-2022.</summary>
public sealed record PersonName
{
    /// <summary>最长字数: 50 text elements.</summary>
    public const int Longest = 50;

    /// <summary>存储长度: maximum length of <see cref="Raw"/> and <see cref="Value"/> in UTF-16 code units.</summary>
    public const int LongestStored = 200;

    private const string TwoCharacterSurnames =
        " 欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 长孙 宇文 轩辕 端木 呼延 南宫 独孤 拓跋 鲜于 闻人 申屠 澹台 濮阳 太史 赫连 百里 东郭 西门 ";

    private PersonName(string raw)
    {
        Raw = raw;
        Value = NameCharacters.NormaliseDots(PlainHan.Normalize(raw));
    }

    /// <summary>原文: the typed text, trimmed.</summary>
    public string Raw { get; }

    /// <summary>
    /// 姓名: <see cref="Raw"/> with · as the only separator between Han characters and radicals replaced with characters. Not NFC or NFKC:
    /// they replace Han characters.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// 比对用的姓名: equal for different spellings of a name: compatibility ideographs (不 U+F967), composed and decomposed letters,
    /// upper and lower case. For comparison only, never printed.
    /// </summary>
    public string Key => HalfWidth.Normalize(Value).ToUpperInvariant().Replace('’', '\'');

    /// <summary>字数 in text elements; 𠮷 counts as one.</summary>
    public int Length => new StringInfo(Value).LengthInTextElements;

    /// <summary>含自造字: contains a private-use character, which other PCs may show differently; pages warn “自造字，请核对”.</summary>
    public bool HasPrivateUseCharacter => Characters.CodePointsOf(Value).Exists(NameCharacters.IsPrivateUse);

    /// <summary>分段: the parts between separators ·, for line breaks in long names.</summary>
    public IReadOnlyList<string> Parts => Value.Split((char)NameCharacters.Dot);

    /// <summary>脱敏姓名: 张*, 张**, 欧阳*; 阿**·** for names in parts. At most two asterisks, to hide the length; a single character becomes one.</summary>
    public string Masked
    {
        get
        {
            var starts = StringInfo.ParseCombiningCharacters(Value);
            if (starts.Length == 1)
            {
                return "*";
            }

            if (!Characters.CodePointsOf(Value).TrueForAll(NameCharacters.IsHan))
            {
                return First(starts, 1) + string.Join('·', Parts.Select(_ => "**"));
            }

            var surname = starts.Length > 2 && TwoCharacterSurnames.Contains($" {First(starts, 2)} ", StringComparison.Ordinal) ? 2 : 1;
            return First(starts, surname) + (starts.Length - surname == 1 ? "*" : "**");
        }
    }

    /// <summary>读取: accepts Han characters of all blocks, and Latin letters with space, hyphen, apostrophe and full stop.</summary>
    /// <param name="text">The typed text, may be null; texts of any length are handled quickly.</param>
    /// <param name="name">The name, or null if invalid.</param>
    /// <param name="fault">Chinese message naming the character to check, or null if valid.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonName? name, [NotNullWhen(false)] out string? fault)
    {
        name = null;
        fault = text?.Length > LongestStored ? TooLong : string.IsNullOrWhiteSpace(text) ? "没有填写姓名，请照证件填写。" : null;
        if (fault is not null)
        {
            return false;
        }

        var read = new PersonName(text!.Trim());
        fault = NameCharacters.FaultOf(read.Value) ?? (read.Length > Longest ? TooLong : null);
        name = fault is null ? read : null;
        return fault is null;
    }

    /// <summary>还原: restores a stored name without validation.</summary>
    /// <param name="raw">The saved <see cref="Raw"/>.</param>
    public static PersonName Restore(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new(raw);
    }

    /// <summary>截取: the first text elements of <see cref="Value"/>; never splits a character.</summary>
    /// <param name="elements">Number of text elements, 0 or more; the whole name if it is shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="elements"/> is negative.</exception>
    public string Cut(int elements)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elements);
        return First(StringInfo.ParseCombiningCharacters(Value), elements);
    }

    /// <summary>The masked name, so that logs do not contain it; for printing use <see cref="Value"/>.</summary>
    public override string ToString() => Masked;

    private string First(int[] starts, int elements) => elements < starts.Length ? Value[..starts[elements]] : Value;

    private static string TooLong => $"姓名太长，最多 {Longest} 个字，请核对是否粘贴了别的内容。";
}
