namespace HealthCode.Web.Foundation;

/// <summary>A file that nobody else on this PC may read (0600).</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new one in place of an old one.</summary>
    public static FileStream Create(string path)
    {
        File.Delete(path);
        return new(path, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite }
            : new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, UnixCreateMode = OwnerOnly });
    }
}
