using System.Buffers.Binary;
using System.Globalization;
using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Passes;

/// <summary>卡上二维码的内容 — card number, validity and document tag, signed by the office. No health code (宁疫指办发〔2020〕71号).</summary>
/// <param name="KeyNumber">Number of the office's signing key, 1–255.</param>
/// <param name="Number">编号.</param>
/// <param name="Validity">First and last valid day.</param>
/// <param name="Mark">Tag of the holder's identity document, see <see cref="DocumentTag"/>.</param>
/// <remarks>Byte format: FORMAT.md in this folder, with test vectors.</remarks>
public sealed record PassToken(int KeyNumber, PassNumber Number, ValidityPeriod Validity, DocumentTag Mark)
{
    /// <summary>The only format version; any other is rejected.</summary>
    public const byte Version = 1;

    /// <summary>Bytes before the signature.</summary>
    public const int HeadLength = 16;

    private static readonly DateOnly DayZero = new(2020, 1, 1);

    private static ReadOnlySpan<byte> Context => "HealthPass/1:"u8;

    /// <summary>Serialises the token to 16 bytes, unsigned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key number is 0, which readers reject.</exception>
    /// <exception cref="OverflowException">Key number above 255, first day before 2020, or a validity of more than 255 days.</exception>
    public byte[] Head()
    {
        ArgumentOutOfRangeException.ThrowIfZero(KeyNumber);
        var head = new byte[HeadLength];
        (head[0], head[1]) = (Version, checked((byte)KeyNumber));
        var office = ulong.Parse(Number.Value.AsSpan(0, 12), CultureInfo.InvariantCulture);
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(eight, office);
        eight[3..].CopyTo(head.AsSpan(2));
        BinaryPrimitives.WriteUInt64BigEndian(eight, ulong.Parse(Number.Value.AsSpan(12, 7), CultureInfo.InvariantCulture));
        eight[5..].CopyTo(head.AsSpan(7));
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(10), checked((ushort)(Validity.FirstDay.DayNumber - DayZero.DayNumber)));
        head[12] = checked((byte)(Validity.LastDay.DayNumber - Validity.FirstDay.DayNumber));
        Mark.Bytes.CopyTo(head.AsSpan(13));
        return head;
    }

    /// <summary>The bytes to be signed: the prefix <c>HealthPass/1:</c> and the 16 bytes.</summary>
    public static byte[] SignedPart(ReadOnlySpan<byte> head) => [.. Context, .. head];

    /// <summary>Parses the 16 bytes; null if they are not a valid token.</summary>
    public static PassToken? Read(ReadOnlySpan<byte> head)
    {
        if (head.Length != HeadLength || head[0] != Version || head[1] == 0)
        {
            return null;
        }

        var office = ((ulong)head[2] << 32) | BinaryPrimitives.ReadUInt32BigEndian(head[3..]);
        var sequence = (head[7] << 16) | (head[8] << 8) | head[9];
        if (office > 999_999_999_999 || sequence is < 1 or > 9_999_999
            || !DivisionCode.TryParse(office.ToString("000000000000", CultureInfo.InvariantCulture), out var code))
        {
            return null;
        }

        var first = DayZero.AddDays(BinaryPrimitives.ReadUInt16BigEndian(head[10..]));
        return new(head[1], PassNumber.Of(code, sequence), new(first, first.AddDays(head[12])), DocumentTag.Restore(head[13..]));
    }
}
