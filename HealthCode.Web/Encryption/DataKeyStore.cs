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

    private readonly DataFolder _folder;
    private readonly OfficeClock _clock;
    private volatile DataKeys _keys;

    /// <summary>Reads the file; without a file, creates a new set, which <see cref="Keep"/> saves.</summary>
    /// <exception cref="CannotStartException">The file cannot be read.</exception>
    public DataKeyStore(DataFolder folder, OfficeClock clock)
    {
        (_folder, _clock) = (folder, clock);
        var kept = Read();
        IsKept = kept is not null;
        _keys = DataKeys.Of(kept ?? DataKeySet.Make(clock.Today, DataKeys.Suite.KeyLength));
    }

    /// <summary>Whether the keys are saved: nothing is encrypted with keys that a power cut would lose.</summary>
    public bool IsKept { get; private set; }

    public DataKeys Keys => _keys;

    private string Path => System.IO.Path.Combine(_folder.Keys, FileName);

    /// <summary>Saves the keys.</summary>
    public void Keep() => Become(Keys.Set);

    /// <summary>换密钥 — adds a key that encrypts from now on; the old ones are removed once no value uses them. Call within a transaction, so that no save is in progress.</summary>
    public void Add() => Become(Keys.Set.Renewed(_clock.Today, DataKeys.Suite.KeyLength));

    /// <summary>删去旧密钥, once no value uses them.</summary>
    public void DropOld() => Become(Keys.Set.WithoutOld());

    /// <summary>密钥销毁 — makes everything encrypted so far unreadable, including unknown copies of the database; a backup contains its keys and must be deleted itself. Creates a new set.</summary>
    public void DestroyAll()
    {
        var next = DataKeySet.Make(_clock.Today, DataKeys.Suite.KeyLength);
        var waiting = Prepare(next);
        if (File.Exists(Path))
        {
            using var old = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.None);
            old.Write(RandomNumberGenerator.GetBytes((int)old.Length));
            old.Flush(flushToDisk: true);
            // After a power cut here the file contains zeros, which also destroys the keys.
            old.Position = 0;
            old.Write(new byte[old.Length]);
            old.Flush(flushToDisk: true);
        }

        PutInPlace(waiting);
        var past = Keys.Set;
        _keys = Keys.Become(next);
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

    private void Become(DataKeySet next)
    {
        PutInPlace(Prepare(next));
        IsKept = true;
        _keys = Keys.Become(next);
    }

    /// <summary>Writes the complete file under a temporary name and flushes it to disk.</summary>
    private string Prepare(DataKeySet set)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var waiting = Path + ".new";
        File.Delete(waiting);
        using var file = new FileStream(waiting, options);
        JsonSerializer.Serialize(file, set, Legible);
        file.Flush(flushToDisk: true);
        return waiting;
    }

    /// <summary>Renames atomically and flushes the folder before anything is encrypted with the new keys.</summary>
    private void PutInPlace(string waiting)
    {
        File.Move(waiting, Path, overwrite: true);
        using var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        file.Flush(flushToDisk: true);
    }

    private DataKeySet? Read()
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        try
        {
            var text = File.ReadAllBytes(Path);
            return text.AsSpan().ContainsAnyExcept((byte)0) ? JsonSerializer.Deserialize<DataKeySet>(text) ?? throw new JsonException() : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"数据密钥文件 {Path} 读不出来。没有它，居民资料打不开。请从最近的备份里恢复 keys 目录，不要删除这个文件。",
                $"the data keys in {Path} cannot be read. Restore the keys folder from a backup.",
                fault);
        }
    }
}
