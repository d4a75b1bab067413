using System.Buffers.Binary;

namespace HealthCode.Web.Printing;

/// <summary>A stretch of a TrueType file. Offsets are bytes from its beginning; whoever reads past its end gets an <see cref="InvalidDataException"/>.</summary>
internal readonly struct FontTable(string name, ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public byte UInt8(int at) => Read(at, 1)[0];

    public ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Read(at, 2));

    public short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(Read(at, 2));

    public uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Read(at, 4));

    /// <summary>A stretch of this one, under its own name or this one's.</summary>
    public FontTable Part(long at, long length, string? called = null) =>
        at >= 0 && length >= 0 && at + length <= bytes.Length ? new(called ?? name, bytes.Slice((int)at, (int)length)) : throw Outside();

    private ReadOnlySpan<byte> Read(int at, int length) =>
        at >= 0 && at <= bytes.Length - length ? bytes.Span.Slice(at, length) : throw Outside();

    private InvalidDataException Outside() => new($"the font's {name} points outside itself");
}
