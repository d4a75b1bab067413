namespace HealthCode.Tests.Support;

/// <summary>The folders the tests were built from, for what can be read there alone.</summary>
public static class SourceTree
{
    /// <summary>A folder of the repository.</summary>
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
