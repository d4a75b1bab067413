using System.Security.Cryptography;
using System.Text.Json;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Encryption;

/// <summary>密钥盒 — the file that keeps the data keys, beside the database and never in it: whoever copies the database alone can read no resident.</summary>
public sealed class DataKeyStore : IDisposable
{
    /// <summary>In the folder of the keys.</summary>
    public const string FileName = "data-keys.json";

    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true };

    private readonly DataFolder _folder;
    private readonly OfficeClock _clock;
    private volatile DataKeys _keys;

    /// <summary>Opens the file; where there is none, a new set is made, which <see cref="Keep"/> writes down.</summary>
    /// <exception cref="CannotStartException">The file cannot be read.</exception>
    public DataKeyStore(DataFolder folder, OfficeClock clock)
    {
        (_folder, _clock) = (folder, clock);
        var kept = Read();
        IsKept = kept is not null;
        _keys = DataKeys.Of(kept ?? DataKeySet.Make(clock.Today, DataKeys.Suite.KeyLength));
    }

    /// <summary>Whether they lie in the file: nothing is closed with keys that a power cut would take away.</summary>
    public bool IsKept { get; private set; }

    public DataKeys Keys => _keys;

    private string Path => System.IO.Path.Combine(_folder.Keys, FileName);

    /// <summary>Writes them down.</summary>
    public void Keep() => Become(Keys.Set);

    /// <summary>换密钥 — from now on a new key closes; the old ones go when nothing is closed with them any more. Within a transaction: no save is under way.</summary>
    public void Add() => Become(Keys.Set.Renewed(_clock.Today, DataKeys.Suite.KeyLength));

    /// <summary>删去旧密钥, when nothing is closed with them any more.</summary>
    public void DropOld() => Become(Keys.Set.WithoutOld());

    /// <summary>密钥销毁 — whatever was closed until now, here and in copies of the database that nobody knows of, can never be opened again; a backup has its keys in it and must go itself. A new set takes their place.</summary>
    public void DestroyAll()
    {
        var next = DataKeySet.Make(_clock.Today, DataKeys.Suite.KeyLength);
        var waiting = Prepare(next);
        if (File.Exists(Path))
        {
            using var old = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.None);
            old.Write(RandomNumberGenerator.GetBytes((int)old.Length));
            old.Flush(flushToDisk: true);
            // A power cut here leaves a file of noughts, which is as good as none.
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

    /// <summary>The whole file under another name, on the disk.</summary>
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

    /// <summary>Its own name in one step, and that, too, on the disk before anything is closed with it.</summary>
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
