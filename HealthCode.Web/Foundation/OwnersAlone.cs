using System.Runtime.InteropServices;

namespace HealthCode.Web.Foundation;

/// <summary>只归办公室 — what lies in the data folder is read by the user the program runs as and by nobody else on this PC: folders 0700, files 0600, however they were made. On Windows the installation does it.</summary>
internal static class OwnersAlone
{
    private const int GroupAndOthers = 0x3F;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>From now on whatever the program and its libraries make is the owner's alone: logs, the database and its log, reports.</summary>
    public static void FromNowOn()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetMask(GroupAndOthers);
        }
    }

    /// <summary>Closes a folder itself, unless it is one of the system's where everybody has something.</summary>
    public static void Close(string folder)
    {
        if (!OperatingSystem.IsWindows() && Path.GetDirectoryName(folder) is not null && !File.GetUnixFileMode(folder).HasFlag(UnixFileMode.StickyBit))
        {
            TryTighten(new DirectoryInfo(folder), Owner);
        }
    }

    /// <summary>Closes a folder of ours and everything below it.</summary>
    public static void CloseAll(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
        {
            return;
        }

        Close(folder);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
        {
            TryTighten(entry, entry is DirectoryInfo ? Owner : Owner & ~UnixFileMode.UserExecute);
        }
    }

    /// <summary>Closes a file, and what the database engine lays beside it.</summary>
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

    // Nothing is added: a file that was made read-only stays so.
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
            // A stick formatted for Windows knows no modes, and somebody else's file is not ours to close.
        }
    }

    [DllImport("libc", EntryPoint = "umask", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
