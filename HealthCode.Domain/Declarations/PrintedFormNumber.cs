using System.Globalization;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Declarations;

/// <summary>表号 — B, office code 12, sequence 6, check character (ISO 7064 MOD 11-2): 20 characters a scanner types as they are. The B tells it from a card number.</summary>
public readonly record struct PrintedFormNumber
{
    private PrintedFormNumber(string value) => Value = value;

    /// <summary>20 characters.</summary>
    public string Value { get; }

    /// <summary>B 640104001201 000012 3.</summary>
    public string Grouped => $"{Value[..1]} {Value[1..13]} {Value[13..19]} {Value[19..]}";

    /// <summary>The n-th printed form of an office, n from 1 to 999,999.</summary>
    public static PrintedFormNumber Of(DivisionCode office, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999_999);
        var body = string.Create(CultureInfo.InvariantCulture, $"{office.Value}{sequence:000000}");
        return new("B" + body + CheckCharacter.Mod11Radix2(body));
    }

    /// <summary>Reads a typed or scanned number: blanks, hyphens, full width and small letters are accepted; the check character must be right.</summary>
    public static bool TryParse(string? text, out PrintedFormNumber number)
    {
        number = default;
        if (text is null or { Length: > 60 })
        {
            return false;
        }

        var value = new string([.. HalfWidth.Of(text).Where(c => !char.IsWhiteSpace(c) && c is not '-')]).ToUpperInvariant();
        if (value.Length != 20 || value[0] != 'B' || !value.Skip(1).Take(18).All(char.IsAsciiDigit) || CheckCharacter.Mod11Radix2(value.AsSpan(1, 18)) != value[19])
        {
            return false;
        }

        number = new(value);
        return true;
    }

    /// <summary>A number read from the database.</summary>
    public static PrintedFormNumber Restore(string value) => new(value);
}
