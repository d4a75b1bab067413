using System.Diagnostics;
using System.Globalization;

namespace HealthCode.Tests.Support;

/// <summary>A tmpfs of a few megabytes that can really be full. Mounting needs root, which CI has; without it the test fails and says so.</summary>
public sealed class FullDisk : IAsyncDisposable
{
    private const int Block = 4096;

    private readonly string _root = Directory.CreateTempSubdirectory("healthcode-disk-").FullName;
    private readonly EventHandler _atTheEnd;

    private FullDisk(int megabytes)
    {
        // Also unmounts it if the test does not dispose it.
        _atTheEnd = (_, _) => Remove();
        AppDomain.CurrentDomain.ProcessExit += _atTheEnd;
        var (code, said) = Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=700"), "healthcode-test", _root);
        if (code != 0)
        {
            Remove();
            Assert.Fail($"这个测试要挂一块很小的盘，请用 root 运行（mount：{said}）");
        }

        Folder = Directory.CreateDirectory(Path.Combine(_root, "data")).FullName;
    }

    /// <summary>Folder for the data.</summary>
    public string Folder { get; }

    private string Filler => Path.Combine(_root, "filler");

    /// <summary>Mounts a disk of this size.</summary>
    public static FullDisk Mount(int megabytes) => new(megabytes);

    /// <summary>Writes a file until the disk is full.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var piece in new[] { new byte[64 * Block], new byte[Block] })
        {
            try
            {
                while (true)
                {
                    filler.Write(piece);
                }
            }
            catch (IOException)
            {
                // No room for another piece of this size.
            }
        }
    }

    /// <summary>Deletes the file that fills the disk.</summary>
    public void MakeRoom() => File.Delete(Filler);

    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _atTheEnd;
        Remove();
        return ValueTask.CompletedTask;
    }

    private static (int Code, string Said) Run(string command, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(command, words) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said.Trim());
    }

    private void Remove()
    {
        if (!Directory.Exists(_root))
        {
            return;
        }

        if (File.ReadLines("/proc/mounts").Any(line => line.Contains($" {_root} ", StringComparison.Ordinal)))
        {
            // Lazy unmount, because a log file may still be open.
            Run("umount", "-l", _root);
        }

        Directory.Delete(_root, true);
    }
}
