using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>报送文件的外壳 — container format: three letters, version byte, length-prefixed parts, signature over everything before it.</summary>
/// <param name="Signed">All bytes before the signature.</param>
/// <param name="Parts">The parts, without their lengths.</param>
/// <param name="Signature">64 bytes.</param>
internal sealed record SignedFile(byte[] Signed, IReadOnlyList<byte[]> Parts, byte[] Signature)
{
    private const byte Version = 1;
    private const int HeadLength = 4;
    private const int SignatureLength = 64;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { IgnoreReadOnlyProperties = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Hexadecimal SHA-256 of the signed bytes; a receipt refers to a package by it.</summary>
    public string Digest => Convert.ToHexString(SHA256.HashData(Signed));

    /// <summary>Builds the bytes to be signed.</summary>
    public static byte[] Content(ReadOnlySpan<byte> letters, params IEnumerable<byte[]> parts)
    {
        using var content = new MemoryStream();
        content.Write(letters);
        content.WriteByte(Version);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            content.Write(length);
            content.Write(part);
        }

        return content.ToArray();
    }

    /// <summary>Splits a file into its parts; null if it is malformed. Does not verify the signature.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="letters">Expected first bytes.</param>
    /// <param name="parts">Expected number of parts.</param>
    /// <param name="isOne">Rule that is broken if the letters differ.</param>
    /// <param name="against">The broken rule, or null.</param>
    public static SignedFile? Read(ReadOnlySpan<byte> file, ReadOnlySpan<byte> letters, int parts, Rule isOne, out Breach? against)
    {
        against = file.Length < HeadLength || !file.StartsWith(letters) ? isOne.Broken()
            : file[letters.Length] is var version && version != Version
                ? IsNot(version)
                : null;
        if (against is not null)
        {
            return null;
        }

        var (found, at) = (new List<byte[]>(), HeadLength);
        for (var i = 0; i < parts; i++)
        {
            if (file.Length - at < sizeof(int) || BinaryPrimitives.ReadInt32BigEndian(file[at..]) is var length && (length < 0 || length > file.Length - at - sizeof(int)))
            {
                against = CourierRules.IsWhole.Broken();
                return null;
            }

            length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            found.Add(file.Slice(at + sizeof(int), length).ToArray());
            at += sizeof(int) + length;
        }

        if (file.Length - at != SignatureLength)
        {
            against = CourierRules.IsWhole.Broken();
            return null;
        }

        return new(file[..at].ToArray(), found, file[at..].ToArray());
    }

    /// <summary>Serialises a value as UTF-8 JSON.</summary>
    public static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Strict);

    /// <summary>Deserialises JSON strictly (no unknown or duplicate members, no missing required ones); null if invalid.</summary>
    public static T? FromJson<T>(byte[] json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Breach IsNot(byte version) => CourierRules.IsThisVersion.Broken(
        $"它是第 {version} 版，本机用第 {Version} 版。" + (version < Version ? "请对方升级程序以后重新制作。" : "请先升级本机的程序。"));
}
