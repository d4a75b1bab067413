using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Couriers;

/// <summary>报送文件的外壳 — three letters, a version, parts with their lengths, and a signature over all before it.</summary>
/// <param name="Signed">Everything but the signature.</param>
/// <param name="Parts">What lies in it.</param>
/// <param name="Signature">64 bytes.</param>
internal sealed record SignedFile(byte[] Signed, IReadOnlyList<byte[]> Parts, byte[] Signature)
{
    private const byte Version = 1;
    private const int HeadLength = 4;
    private const int SignatureLength = 64;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { IgnoreReadOnlyProperties = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a receipt names a package by: hexadecimal SHA-256 of what is signed.</summary>
    public string Digest => Convert.ToHexString(SHA256.HashData(Signed));

    /// <summary>What is to be signed.</summary>
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

    /// <summary>Takes a file apart, or says what stands against it. Nothing is believed yet.</summary>
    /// <param name="file">All its bytes.</param>
    /// <param name="letters">What it must begin with.</param>
    /// <param name="parts">How many parts it must have.</param>
    /// <param name="isOne">What it should be.</param>
    /// <param name="against">Why it is none, or null.</param>
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

    /// <summary>A value as JSON in UTF-8.</summary>
    public static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Strict);

    /// <summary>A value from JSON that says exactly what it must, or null.</summary>
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
