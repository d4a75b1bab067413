using System.Buffers.Binary;

namespace HealthCode.Domain.Passes;

/// <summary>二维码里的字 — 80 bytes as 125 characters 0–9 A–Z: 5 groups of 25, each 16 bytes in base 36. Fills a QR code of 45 modules, level Q.</summary>
public static class TokenText
{
    /// <summary>Length of the text in characters.</summary>
    public const int Length = Groups * Characters;

    /// <summary>Number of bytes encoded.</summary>
    public const int Bytes = Groups * 16;

    private const int Groups = 5;
    private const int Characters = 25;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Encodes 80 bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Bytes);
        Span<char> text = stackalloc char[Length];
        for (var group = 0; group < Groups; group++)
        {
            var value = BinaryPrimitives.ReadUInt128BigEndian(bytes[(group * 16)..]);
            for (var at = Characters - 1; at >= 0; at--)
            {
                (value, var digit) = UInt128.DivRem(value, 36);
                text[(group * Characters) + at] = Alphabet[(int)digit];
            }
        }

        return new(text);
    }

    /// <summary>Decodes typed or scanned text to 80 bytes; accepts blanks, full width, lower case. Null if malformed.</summary>
    public static byte[]? Read(string? text)
    {
        if (text is null or { Length: > Length * 2 })
        {
            return null;
        }

        Span<char> plain = stackalloc char[Length * 2];
        var count = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                plain[count++] = c;
            }
        }

        return count == Length ? ReadGroups(plain[..Length]) : null;
    }

    private static byte[]? ReadGroups(ReadOnlySpan<char> plain)
    {
        var bytes = new byte[Bytes];
        for (var group = 0; group < Groups; group++)
        {
            if (ReadNumber(plain.Slice(group * Characters, Characters)) is not { } value)
            {
                return null;
            }

            BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(group * 16), value);
        }

        return bytes;
    }

    /// <summary>Decodes one group of 25 characters without blanks to 16 bytes; null if malformed or too large.</summary>
    internal static byte[]? ReadGroup(ReadOnlySpan<char> characters)
    {
        if (ReadNumber(characters) is not { } value)
        {
            return null;
        }

        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    private static UInt128? ReadNumber(ReadOnlySpan<char> characters)
    {
        UInt128 value = 0;
        for (var at = 0; at < Characters; at++)
        {
            var digit = Digit(characters[at]);
            // 36^24 < 2^128 < 36^25: only the last digit can overflow, and such a group is never written.
            if (digit < 0 || (at == Characters - 1 && value > (UInt128.MaxValue - (UInt128)digit) / 36))
            {
                return null;
            }

            value = (value * 36) + (UInt128)digit;
        }

        return value;
    }

    // Not HalfWidth, which would also accept Roman numerals and circled digits.
    private static int Digit(char c) => c is >= '！' and <= '～' ? Digit((char)(c - ('！' - '!'))) : c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        >= 'a' and <= 'z' => c - 'a' + 10,
        _ => -1,
    };
}
