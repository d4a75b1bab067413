using System.Diagnostics.CodeAnalysis;

namespace HealthCode.Domain.Offices;

/// <summary>区划代码 — 12-digit code of the statistics bureau: province 2, city 2, county 2 (GB/T 2260), township 3 (GB/T 10114), village 3.</summary>
public readonly record struct DivisionCode
{
    private static readonly int[] PrefixLengths = [2, 4, 6, 9, 12];

    private DivisionCode(string value) => Value = value;

    /// <summary>The 12 digits.</summary>
    public string Value { get; }

    /// <summary>1 省, 2 市, 3 县, 4 乡镇, 5 村.</summary>
    public int Level
    {
        get
        {
            var digits = Value;
            return Array.FindIndex(PrefixLengths, length => digits.AsSpan(length).Trim('0').IsEmpty) + 1;
        }
    }

    /// <summary>The leading digits shared by all units below, e.g. 9 for a township, 12 for a village.</summary>
    public string Prefix => Value[..PrefixLengths[Level - 1]];

    /// <summary>The parent unit, or null for a province.</summary>
    public DivisionCode? Parent => Level == 1 ? null : new(Value[..PrefixLengths[Level - 2]].PadRight(12, '0'));

    /// <summary>Derived from the village part: 001–199 and 400–499 居委会, 200–399 and 500–599 村委会 (statistics bureau's coding rules).</summary>
    public CommitteeKind ProposedKind => int.Parse(Value.AsSpan(9), System.Globalization.CultureInfo.InvariantCulture) is
        (>= 200 and <= 399) or (>= 500 and <= 599) ? CommitteeKind.Village : CommitteeKind.Residents;

    /// <summary>True if the other unit is this one or lies below it.</summary>
    public bool Covers(DivisionCode other) => other.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Parses a 12-digit code.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code)
    {
        var digits = text?.Trim();
        var holds = digits is { Length: 12 } && digits.All(char.IsAsciiDigit) && digits[..2] != "00";
        code = holds ? new(digits!) : default;
        return holds;
    }

    /// <summary>Parses a code that is known to be valid.</summary>
    /// <exception cref="FormatException">The text is not a valid code.</exception>
    public static DivisionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a 12-digit division code");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
