using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>通行卡编号 — 20 characters: office code 12, sequence 7, check character (ISO 7064 MOD 11-2, 0–9 or X), shown in groups of four.</summary>
/// <remarks>The check character detects every single wrong digit and every swap of neighbouring digits.</remarks>
public readonly record struct PassNumber
{
    private PassNumber(string value) => Value = value;

    /// <summary>The 20 characters without blanks.</summary>
    public string Value { get; }

    /// <summary>核发机构: the division code of the office that issued the card.</summary>
    public string OfficeCode => Value[..12];

    /// <summary>Grouped for reading: 6401 0400 1201 0000 0123.</summary>
    public string Grouped => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    /// <summary>Creates the number of an office's n-th card, n from 1 to 9,999,999.</summary>
    public static PassNumber Of(DivisionCode office, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 9_999_999);
        var body = string.Create(CultureInfo.InvariantCulture, $"{office.Value}{sequence:0000000}");
        return new(body + CheckCharacter.Mod11Radix2(body));
    }

    /// <summary>Parses a typed or scanned number; accepts blanks, hyphens, full width and lower-case x; verifies the check character.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PassNumber number)
    {
        number = default;
        if (text is null or { Length: > 60 })
        {
            return false;
        }

        var value = new string([.. HalfWidth.Normalize(text).Where(c => !char.IsWhiteSpace(c) && c is not '-')]).ToUpperInvariant();
        if (value.Length != 20 || !value.Take(19).All(char.IsAsciiDigit) || CheckCharacter.Mod11Radix2(value.AsSpan(0, 19)) != value[19])
        {
            return false;
        }

        number = new(value);
        return true;
    }

    /// <summary>Restores a stored number without validation.</summary>
    public static PassNumber Restore(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Grouped;
}
