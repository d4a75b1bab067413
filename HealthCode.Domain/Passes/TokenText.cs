using System.Buffers.Binary;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Passes;

/// <summary>二维码里的字 — 80 bytes as 125 characters of 0–9 A–Z: five groups of 25, each 16 bytes as a number of base 36. Just fills a QR code of 45 modules at error correction Q.</summary>
public static class TokenText
{
    /// <summary>Characters.</summary>
    public const int Length = Groups * Characters;

    /// <summary>Bytes.</summary>
    public const int Bytes = Groups * 16;

    private const int Groups = 5;
    private const int Characters = 25;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>80 bytes as text.</summary>
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

    /// <summary>The 80 bytes of a typed or scanned text: blanks, full width and small letters are accepted. Null when it is none, or one of its groups is no number of 16 bytes.</summary>
    public static byte[]? Read(string? text)
    {
        if (text is null or { Length: > Length * 2 })
        {
            return null;
        }

        var plain = string.Concat(HalfWidth.Of(text).Where(c => !char.IsWhiteSpace(c)));
        if (plain.Length != Length)
        {
            return null;
        }

        var bytes = new byte[Bytes];
        for (var group = 0; group < Groups; group++)
        {
            UInt128 value = 0;
            foreach (var c in plain.AsSpan(group * Characters, Characters))
            {
                var digit = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
                // 36 to the 25th is more than 2 to the 128th: what does not fit is nobody's writing.
                if (digit < 0 || value > (UInt128.MaxValue - (UInt128)digit) / 36)
                {
                    return null;
                }

                value = (value * 36) + (UInt128)digit;
            }

            BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(group * 16), value);
        }

        return bytes;
    }
}
