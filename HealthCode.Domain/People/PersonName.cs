using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.People;

/// <summary>姓名: 1 to 50 characters as people count them, so that the longest names of all peoples fit. Source: 民委发〔2016〕33号, GB 18030-2022.</summary>
public sealed record PersonName
{
    /// <summary>最长字数: 50 text elements.</summary>
    public const int Longest = 50;

    /// <summary>存储长度: the most UTF-16 units <see cref="Raw"/> and <see cref="Value"/> can have.</summary>
    public const int LongestStored = 200;

    private const string TwoCharacterSurnames =
        " 欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 长孙 宇文 轩辕 端木 呼延 南宫 独孤 拓跋 鲜于 闻人 申屠 澹台 濮阳 太史 赫连 百里 东郭 西门 ";

    private PersonName(string raw)
    {
        Raw = raw;
        Value = NameCharacters.NormaliseDots(PlainHan.Of(raw));
    }

    /// <summary>原文: what was typed, only trimmed outside.</summary>
    public string Raw { get; }

    /// <summary>
    /// 姓名: <see cref="Raw"/> with the one separator · between Han characters, and characters in the place of radicals. Never NFC or NFKC:
    /// they replace Han characters.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// 比对用的姓名: equal for two spellings of one name, which are compatibility ideographs (不 U+F967), composed and decomposed letters,
    /// capitals and small letters. For comparing only, never printed.
    /// </summary>
    public string Key => HalfWidth.Of(Value).ToUpperInvariant().Replace('’', '\'');

    /// <summary>字数 in text elements; 𠮷 counts one.</summary>
    public int Length => new StringInfo(Value).LengthInTextElements;

    /// <summary>含自造字: a private-use character that other machines show differently; warn “自造字，请核对”.</summary>
    public bool HasPrivateUseCharacter => Characters.CodePointsOf(Value).Exists(NameCharacters.IsPrivateUse);

    /// <summary>分段: the parts between the separators ·, for breaking a long name into lines.</summary>
    public IReadOnlyList<string> Parts => Value.Split((char)NameCharacters.Dot);

    /// <summary>脱敏姓名: 张*, 张**, 欧阳*; 阿**·** for names in parts. Stars never tell more than two characters; a single character becomes one star.</summary>
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

    /// <summary>读取: accepts Han of every block, Latin letters with space, hyphen, apostrophe and full stop.</summary>
    /// <param name="text">What was typed, null for nothing; any length is answered at once.</param>
    /// <param name="name">The name, null when there is a fault.</param>
    /// <param name="fault">A Chinese sentence naming the character to look at, null when there is a name.</param>
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

    /// <summary>还原: a name that was read before, as the database holds it; nothing is checked again.</summary>
    /// <param name="raw">The saved <see cref="Raw"/>.</param>
    public static PersonName Restore(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new(raw);
    }

    /// <summary>截取: the first text elements of <see cref="Value"/>, never half a character.</summary>
    /// <param name="elements">How many, 0 or more; the whole name when it has fewer.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public string Cut(int elements)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elements);
        return First(StringInfo.ParseCombiningCharacters(Value), elements);
    }

    /// <summary>The masked name, so that a log line never tells it; print <see cref="Value"/>.</summary>
    public override string ToString() => Masked;

    private string First(int[] starts, int elements) => elements < starts.Length ? Value[..starts[elements]] : Value;

    private static string TooLong => $"姓名太长，最多 {Longest} 个字，请核对是否粘贴了别的内容。";
}
