using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Backups;

/// <summary>备份格式 — header, then encrypted chunks containing the length of the manifest, the manifest, and its parts in order. FORMAT.md beside this file has the layout and a test vector.</summary>
public static class BackupFormat
{
    private const int LongestManifest = 16 * 1024 * 1024;

    /// <summary>Writes a backup.</summary>
    /// <param name="to">An empty file.</param>
    /// <param name="lockOf">Key pair it is encrypted for.</param>
    /// <param name="manifest">Describes the parts.</param>
    /// <param name="open">Opens a part for reading.</param>
    /// <returns>The content key, for reading the backup back.</returns>
    public static byte[] Write(Stream to, BackupKeyPair lockOf, Manifest manifest, Func<ManifestPart, Stream> open)
    {
        var contentKey = RandomNumberGenerator.GetBytes(BackupEncryption.KeyLength);
        var header = BackupHeader.For(lockOf, contentKey);
        to.Write(header.ToBytes());
        using var chunks = new EncryptingStream(to, header.ChunkKey(contentKey));
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        chunks.Write(length);
        chunks.Write(text);
        foreach (var part in manifest.Parts)
        {
            using var file = open(part);
            file.CopyTo(chunks);
        }

        chunks.Finish();
        return contentKey;
    }

    /// <summary>Decrypts a backup into an empty folder and checks lengths and hashes against the manifest.</summary>
    /// <param name="from">The file.</param>
    /// <param name="key">Returns the content key for a header.</param>
    /// <param name="folder">Target folder.</param>
    /// <exception cref="BackupRefusedException">It is damaged, or the key is wrong.</exception>
    public static Manifest Extract(Stream from, Func<BackupHeader, byte[]> key, string folder)
    {
        var header = BackupHeader.Read(from);
        using var chunks = new DecryptingStream(from, header.ChunkKey(key(header)));
        var manifest = ReadManifest(chunks);
        foreach (var part in manifest.Parts)
        {
            Extract(chunks, part, Path.Combine([folder, .. part.Name.Split('/')]));
        }

        return chunks.ReadByte() < 0 ? manifest : throw Damaged();
    }

    private static Manifest ReadManifest(DecryptingStream chunks)
    {
        try
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            chunks.ReadExactly(length);
            var text = new byte[BinaryPrimitives.ReadInt32LittleEndian(length) is > 0 and <= LongestManifest and var bytes ? bytes : throw Damaged()];
            chunks.ReadExactly(text);
            return JsonSerializer.Deserialize<Manifest>(text) is { } manifest && manifest.Parts.All(part => part.IsWithinReach) ? manifest : throw Damaged();
        }
        catch (Exception fault) when (fault is EndOfStreamException or JsonException)
        {
            throw Damaged(fault);
        }
    }

    private static void Extract(DecryptingStream chunks, ManifestPart part, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = PrivateFile.Create(to);
        var buffer = new byte[EncryptingStream.ChunkLength];
        for (var left = part.Length; left > 0;)
        {
            var read = chunks.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0)
            {
                throw Damaged();
            }

            hash.AppendData(buffer, 0, read);
            file.Write(buffer, 0, read);
            left -= read;
        }

        file.Flush(flushToDisk: true);
        if (Convert.ToHexString(hash.GetHashAndReset()) != part.Sha256)
        {
            throw Damaged();
        }
    }

    private static BackupRefusedException Damaged(Exception? cause = null) => new("这份备份里的内容和清单对不上，不能用。请换一份备份。", cause);
}
