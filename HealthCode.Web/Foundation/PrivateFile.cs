namespace HealthCode.Web.Foundation;

/// <summary>Creates files that only their owner may read (0600).</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a file, replacing an existing one.</summary>
    public static FileStream Create(string path)
    {
        File.Delete(path);
        return new(path, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite }
            : new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, UnixCreateMode = OwnerOnly });
    }
}
