using System.Security.Cryptography;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Backups;

/// <summary>读密文 — returns only authenticated data, in order, and detects a truncated file.</summary>
public sealed class DecryptingStream(Stream from, byte[] key) : ForwardStream
{
    private readonly AesGcm _gcm = new(key, BackupEncryption.TagLength);
    private readonly byte[] _open = new byte[EncryptingStream.ChunkLength];
    private byte[] _sealed = new byte[EncryptingStream.ChunkLength + BackupEncryption.TagLength];
    private byte[] _next = new byte[EncryptingStream.ChunkLength + BackupEncryption.TagLength];
    private int _nextLength = -1;
    private int _given;
    private int _filled;
    private long _number;
    private bool _ended;

    public override bool CanRead => true;

    /// <exception cref="BackupRefusedException">The file is damaged or truncated.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_given == _filled && !_ended && buffer.Length > 0)
        {
            Take();
        }

        var given = Math.Min(buffer.Length, _filled - _given);
        _open.AsSpan(_given, given).CopyTo(buffer);
        _given += given;
        return given;
    }

    protected override void Dispose(bool disposing)
    {
        _gcm.Dispose();
        base.Dispose(disposing);
    }

    private void Take()
    {
        var length = _nextLength < 0 ? from.ReadAtLeast(_sealed, _sealed.Length, throwOnEndOfStream: false) : _nextLength;
        if (_nextLength >= 0)
        {
            (_sealed, _next) = (_next, _sealed);
        }

        // The last chunk is the one with nothing after it; its nonce must carry the final flag.
        _nextLength = from.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
        _ended = _nextLength == 0;
        Span<byte> nonce = stackalloc byte[BackupEncryption.NonceLength];
        EncryptingStream.Nonce(nonce, _number++, _ended);
        try
        {
            (_given, _filled) = (0, Math.Max(0, length - BackupEncryption.TagLength));
            _gcm.Decrypt(nonce, _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, length - _filled), _open.AsSpan(0, _filled));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            _filled = 0;
            throw new BackupRefusedException("这份备份已经损坏或者不完整，不能用。请换一份备份。", fault);
        }
    }
}
