using System.Security.Cryptography;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Encryption;

/// <summary>密钥目录 — reads and writes the files of the keys folder. With a master key, which every server of a county has on its own disk, they are encrypted at rest; in the office of one
/// PC they are not, and the account of the server alone may read them.</summary>
/// <remarks>A sealed file: <c>HCK1</c>, nonce of 12 bytes, AES-256-GCM ciphertext, tag of 16 bytes; the file name is authenticated.</remarks>
public sealed class KeyFiles(DataFolder folder, MasterKey master)
{
    private const int Attempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The contents of a file; null if there is none.</summary>
    /// <param name="name">File name in the folder.</param>
    /// <exception cref="CannotStartException">It is sealed with another master key, or there is none.</exception>
    public byte[]? Read(string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[file.Length];
                file.ReadExactly(bytes);
                return master.Open(bytes, name);
            }
            catch (FileNotFoundException)
            {
                return null;
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another server is replacing it.
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Writes the complete file under a temporary name, flushes it to disk, then renames it. One server at a time: inside a write transaction, or during the start.</summary>
    public void Write(string name, byte[] bytes) => PutInPlace(Prepare(name, bytes, name), name);

    /// <summary>Writes a file unless there is one.</summary>
    /// <returns>Whether it was written.</returns>
    public bool TryCreate(string name, byte[] bytes) => ExclusiveName.TryMove(Prepare(name, bytes, Guid.NewGuid().ToString("n")), PathOf(name));

    /// <summary>Overwrites a file with random bytes, then with zeros, before the new one takes its place: after a power cut here it holds no key any more.</summary>
    public void Destroy(string name, byte[] next)
    {
        var waiting = Prepare(name, next, name);
        if (File.Exists(PathOf(name)))
        {
            using var old = new FileStream(PathOf(name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            old.Write(RandomNumberGenerator.GetBytes((int)old.Length));
            old.Flush(flushToDisk: true);
            old.Position = 0;
            old.Write(new byte[old.Length]);
            old.Flush(flushToDisk: true);
        }

        PutInPlace(waiting, name);
    }

    /// <summary>Names of all files, with folders and slashes.</summary>
    public IReadOnlyList<string> Names() =>
        [.. Directory.GetFiles(folder.Keys, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Keys, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private string PathOf(string name) => Path.Combine(folder.Keys, name);

    private string Prepare(string name, byte[] bytes, string draft)
    {
        var waiting = PathOf(draft) + ".new";
        using var file = PrivateFile.Create(waiting);
        file.Write(master.Seal(bytes, name));
        file.Flush(flushToDisk: true);
        return waiting;
    }

    private void PutInPlace(string waiting, string name)
    {
        File.Move(waiting, PathOf(name), overwrite: true);
        using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
