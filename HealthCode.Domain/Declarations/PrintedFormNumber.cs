using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>表号 — 20 characters: B, office code (12), sequence (6), check character (ISO 7064 MOD 11-2). Card numbers have no B.</summary>
public readonly record struct PrintedFormNumber
{
    private PrintedFormNumber(string value) => Value = value;

    /// <summary>The 20 characters without blanks.</summary>
    public string Value { get; }

    /// <summary>Grouped for reading, e.g. B 640104001201 000012 3.</summary>
    public string Grouped => $"{Value[..1]} {Value[1..13]} {Value[13..19]} {Value[19..]}";

    /// <summary>Creates the number of an office's n-th printed form, n from 1 to 999,999.</summary>
    public static PrintedFormNumber Of(DivisionCode office, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999_999);
        var body = string.Create(CultureInfo.InvariantCulture, $"{office.Value}{sequence:000000}");
        return new("B" + body + CheckCharacter.Mod11Radix2(body));
    }

    /// <summary>Parses a typed or scanned number; accepts blanks, hyphens, full width and lower case; verifies the check character.</summary>
    public static bool TryParse(string? text, out PrintedFormNumber number)
    {
        number = default;
        if (text is null or { Length: > 60 })
        {
            return false;
        }

        var value = new string([.. HalfWidth.Normalize(text).Where(c => !char.IsWhiteSpace(c) && c is not '-')]).ToUpperInvariant();
        if (value.Length != 20 || value[0] != 'B' || !value.Skip(1).Take(18).All(char.IsAsciiDigit) || CheckCharacter.Mod11Radix2(value.AsSpan(1, 18)) != value[19])
        {
            return false;
        }

        number = new(value);
        return true;
    }

    /// <summary>Restores a stored number without validation.</summary>
    public static PrintedFormNumber Restore(string value) => new(value);
}
