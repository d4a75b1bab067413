using System.Security.Cryptography;
using System.Text.Json;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Encryption;

/// <summary>密钥盒 — the file of the data keys. Separate from the database: a copy of the database alone reveals no resident data.</summary>
public sealed class DataKeyStore : IDisposable
{
    /// <summary>File name in the keys folder.</summary>
    public const string FileName = "data-keys.json";

    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true };

    private readonly KeyFiles _files;
    private readonly bool _isShared;
    private readonly OfficeClock _clock;
    private readonly Lock _reading = new();
    private volatile DataKeys _keys;
    private volatile byte[]? _read;

    /// <summary>Reads the file; without a file, creates a new set, which <see cref="Keep"/> saves.</summary>
    /// <exception cref="CannotStartException">The file cannot be read.</exception>
    public DataKeyStore(DataFolder folder, KeyFiles files, OfficeClock clock)
    {
        (_files, _clock, _isShared) = (files, clock, folder.IsShared);
        var kept = Read();
        IsKept = kept is not null;
        _keys = DataKeys.Of(kept ?? DataKeySet.Make(clock.Today, DataKeys.Suite.KeyLength));
        Watch();
    }

    /// <summary>Whether the keys are saved: nothing is encrypted with keys that a power cut would lose.</summary>
    public bool IsKept { get; private set; }

    public DataKeys Keys => _keys;

    /// <summary>Saves the keys, unless another server has saved its own meanwhile.</summary>
    public void Keep()
    {
        if (_isShared && Read() is { } other)
        {
            IsKept = true;
            _keys = Keys.Become(other);
            return;
        }

        Become(Keys.Set);
    }

    /// <summary>换密钥 — adds a key that encrypts from now on; the old ones are removed once no value uses them. Call within a transaction, so that no save is in progress.</summary>
    public void Add() => Become(Keys.Set.Renewed(_clock.Today, DataKeys.Suite.KeyLength));

    /// <summary>删去旧密钥, once no value uses them.</summary>
    public void DropOld() => Become(Keys.Set.WithoutOld());

    /// <summary>Reads the file again if another server has changed it. Called before every save, under the write lock, so that nothing is encrypted with a key that is given up.</summary>
    /// <returns>Whether it had changed.</returns>
    public bool Refresh()
    {
        if (!_isShared || !IsKept)
        {
            return false;
        }

        lock (_reading)
        {
            var before = _read;
            if (Read() is not { } set || (before is not null && before.AsSpan().SequenceEqual(_read)))
            {
                return false;
            }

            var now = Keys.Set;
            // What reports that are being written were encrypted with stays readable.
            _keys = Keys.Become(set with { Retired = set.Ring == now.Ring ? [.. now.Keys.Concat(now.Retired).Where(key => set.Find(key.Number) is null)] : [] });
            Watch();
            return true;
        }
    }

    /// <summary>密钥销毁 — makes everything encrypted so far unreadable, including unknown copies of the database; a backup contains its keys and must be deleted itself. Creates a new set.</summary>
    public void DestroyAll()
    {
        var next = DataKeySet.Make(_clock.Today, DataKeys.Suite.KeyLength);
        _files.Destroy(FileName, Bytes(next));
        var past = Keys.Set;
        _keys = Keys.Become(next);
        Watch();
        IsKept = true;
        if (DataKeys.IsForgotten(past))
        {
            foreach (var secret in past.Keys.Concat(past.Retired).Select(key => key.Secret).Append(past.Lookup))
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }
    }

    public void Dispose() => Keys.Release();

    private static byte[] Bytes(DataKeySet set) => JsonSerializer.SerializeToUtf8Bytes(set, Legible);

    private void Become(DataKeySet next)
    {
        _files.Write(FileName, Bytes(next));
        IsKept = true;
        _keys = Keys.Become(next);
        Watch();
    }

    /// <summary>A value of a key that is not known here makes the file be read again.</summary>
    private void Watch()
    {
        if (_isShared)
        {
            _keys.Refresh = Refresh;
        }
    }

    private DataKeySet? Read()
    {
        try
        {
            _read = _files.Read(FileName);
            return _read is null || !_read.AsSpan().ContainsAnyExcept((byte)0) ? null : JsonSerializer.Deserialize<DataKeySet>(_read) ?? throw new JsonException();
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"数据密钥文件 {FileName} 读不出来。没有它，居民资料打不开。请从最近的备份里恢复 keys 目录，不要删除这个文件。",
                $"the data keys in {FileName} cannot be read. Restore the keys folder from a backup.",
                fault);
        }
    }
}
