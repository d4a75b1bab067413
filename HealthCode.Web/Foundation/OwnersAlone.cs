using System.Runtime.InteropServices;

namespace HealthCode.Web.Foundation;

/// <summary>只归办公室 — restricts the data folder to the account the server runs as: folders 0700, files 0600. On Windows the installer sets the
/// permissions.</summary>
internal static class OwnersAlone
{
    private const int GroupAndOthers = 0x3F;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>Sets the umask, so that everything the process creates from now on is accessible to its owner only: logs, database files,
    /// reports.</summary>
    public static void SetUmask()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetMask(GroupAndOthers);
        }
    }

    /// <summary>Restricts a folder itself, unless it is a root folder or a shared one such as /tmp (sticky bit).</summary>
    public static void Restrict(string folder)
    {
        if (!OperatingSystem.IsWindows() && Path.GetDirectoryName(folder) is not null && !File.GetUnixFileMode(folder).HasFlag(UnixFileMode.StickyBit))
        {
            TryTighten(new DirectoryInfo(folder), Owner);
        }
    }

    /// <summary>Restricts a folder and everything below it.</summary>
    public static void RestrictTree(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
        {
            return;
        }

        Restrict(folder);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
        {
            TryTighten(entry, entry is DirectoryInfo ? Owner : Owner & ~UnixFileMode.UserExecute);
        }
    }

    /// <summary>Restricts a database file and the files the engine creates beside it.</summary>
    public static void CloseWithCompanions(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var each in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
            {
                TryTighten(new FileInfo(each), Owner & ~UnixFileMode.UserExecute);
            }
        }
    }

    // Only removes permissions: a read-only file stays read-only.
    private static void TryTighten(FileSystemInfo entry, UnixFileMode most)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            if ((entry.UnixFileMode & ~most) != 0)
            {
                entry.UnixFileMode &= most;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // FAT drives have no permissions, and files of other users cannot be changed.
        }
    }

    [DllImport("libc", EntryPoint = "umask", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
