namespace HealthCode.Tests.Support;

/// <summary>Finds the source folders, for tests that read files of the repository.</summary>
public static class SourceTree
{
    /// <summary>Returns the full path of a folder of the repository.</summary>
    public static string Folder(params string[] names)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HealthCode.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        }

        return Path.Combine([folder.FullName, .. names]);
    }
}
