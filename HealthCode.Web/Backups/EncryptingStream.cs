using System.Buffers.Binary;
using System.Security.Cryptography;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Backups;

/// <summary>写密文 — 64 KiB chunks, each with its number in the nonce; only <see cref="Finish"/> writes the chunk flagged as last.</summary>
public sealed class EncryptingStream(Stream to, byte[] key) : ForwardStream
{
    /// <summary>Plain-text bytes of a full chunk.</summary>
    public const int ChunkLength = 64 * 1024;

    private readonly AesGcm _gcm = new(key, BackupEncryption.TagLength);
    private readonly byte[] _open = new byte[ChunkLength];
    private readonly byte[] _sealed = new byte[ChunkLength + BackupEncryption.TagLength];
    private int _filled;
    private long _number;

    public override bool CanWrite => true;

    /// <summary>Three zero bytes, the chunk number from 0 in eight bytes, and 1 for the last chunk.</summary>
    public static void Nonce(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_filled == ChunkLength)
            {
                Put(isLast: false);
            }

            var taken = Math.Min(buffer.Length, ChunkLength - _filled);
            buffer[..taken].CopyTo(_open.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last chunk; without it the file counts as truncated.</summary>
    public void Finish() => Put(isLast: true);

    public override void Flush() => to.Flush();

    protected override void Dispose(bool disposing)
    {
        _gcm.Dispose();
        base.Dispose(disposing);
    }

    private void Put(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[BackupEncryption.NonceLength];
        Nonce(nonce, _number++, isLast);
        _gcm.Encrypt(nonce, _open.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, BackupEncryption.TagLength));
        to.Write(_sealed, 0, _filled + BackupEncryption.TagLength);
        _filled = 0;
    }
}
