using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.People;

/// <summary>姓名 — 1 to 50 text elements, every Han character there is; between Han characters the separator is · (U+00B7, 民委发〔2016〕33号). Never normalised otherwise, never cut inside a character.</summary>
public sealed record PersonName
{
    /// <summary>Text elements a name may have: 25 Han and more.</summary>
    public const int Longest = 50;

    private const string Dots = "·•・･‧⋅∙·．.";

    private PersonName(string raw)
    {
        Raw = raw;
        Value = Separate(raw);
    }

    /// <summary>As typed, trimmed.</summary>
    public string Raw { get; }

    /// <summary>With · as the only separator between Han characters.</summary>
    public string Value { get; }

    /// <summary>In text elements.</summary>
    public int Length => new StringInfo(Value).LengthInTextElements;

    /// <summary>Split at ·.</summary>
    public IReadOnlyList<string> Parts => Value.Split('·');

    /// <summary>自造字: a character only one computer knows.</summary>
    public bool HasPrivateUseCharacter => Value.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse);

    /// <summary>For lists that outsiders may see: 张*, 阿**·**; the number of stars is hidden above three.</summary>
    public string Masked
    {
        get
        {
            var first = StringInfo.GetNextTextElement(Value);
            return first + string.Join('·', Parts.Select((part, i) =>
                new string('*', Math.Min(3, new StringInfo(part).LengthInTextElements - (i == 0 ? 1 : 0)))));
        }
    }

    /// <summary>Reads a name.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonName? name, out string? fault)
    {
        name = null;
        fault = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            fault = "请填写姓名";
        }
        else if (text.Length > Longest * 8)
        {
            fault = $"姓名太长，最多 {Longest} 个字";
        }
        else
        {
            var raw = text.Trim();
            foreach (var rune in raw.EnumerateRunes())
            {
                if (FreeText.Unprintable(rune) is { } kind)
                {
                    fault = $"姓名里有{kind}，请删去";
                }
                else if (!Allowed(rune))
                {
                    fault = $"姓名里不能有“{rune}”，请核对";
                }

                if (fault is not null)
                {
                    return false;
                }
            }

            var candidate = new PersonName(raw);
            if (candidate.Length > Longest)
            {
                fault = $"姓名太长，最多 {Longest} 个字";
            }
            else if (!raw.EnumerateRunes().Any(rune => Rune.IsLetter(rune) || rune.Value is >= 0x20000 or 0x3007 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse))
            {
                fault = "请填写姓名";
            }
            else
            {
                name = candidate;
            }
        }

        return name is not null;
    }

    /// <summary>A name from the database.</summary>
    public static PersonName Restore(string raw) => new(raw);

    /// <summary>The first elements of the name, whole characters only.</summary>
    public string Cut(int elements) => elements >= Length ? Value : new StringInfo(Value).SubstringByTextElements(0, Math.Max(0, elements));

    private static bool Allowed(Rune rune) =>
        Rune.IsLetter(rune) || rune.Value is ' ' or '-' or '\'' or '’' or 0x3007 or >= 0x20000 || Dots.Contains(rune.ToString(), StringComparison.Ordinal)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse;

    private static string Separate(string raw)
    {
        var runes = raw.EnumerateRunes().ToArray();
        var value = new StringBuilder(raw.Length);
        for (var i = 0; i < runes.Length; i++)
        {
            var between = i > 0 && i < runes.Length - 1 && IsHan(runes[i - 1]) && IsHan(runes[i + 1]);
            value.Append(between && Dots.Contains(runes[i].ToString(), StringComparison.Ordinal) ? "·" : runes[i].ToString());
        }

        return value.ToString();
    }

    private static bool IsHan(Rune rune) => rune.Value is 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xE000 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
