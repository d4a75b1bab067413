using System.Runtime.InteropServices;
using System.Text;

namespace HealthCode.Web.Foundation;

/// <summary>Gives a file a name that only one can have.</summary>
internal static class ExclusiveName
{
    private const int AlreadyExists = 17;

    /// <summary>Renames a file unless there is one of that name, in one step: of several programs that do it at once, one does. <see cref="File.Move(string, string, bool)"/> does so on Windows alone;
    /// elsewhere it looks first and renames then, over what another has put there meanwhile.</summary>
    /// <param name="from">The file; deleted if another has the name.</param>
    /// <param name="to">The name, in the same file system.</param>
    /// <returns>Whether it has the name now.</returns>
    public static bool TryMove(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            var isOurs = Link(Terminated(from), Terminated(to)) == 0;
            if (isOurs || Marshal.GetLastPInvokeError() == AlreadyExists)
            {
                File.Delete(from);
                return isOurs;
            }
        }

        // Windows, or a file system without links (FAT).
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to))
        {
            File.Delete(from);
            return false;
        }
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "link", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] existing, byte[] name);
}
