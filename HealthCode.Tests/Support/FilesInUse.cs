namespace HealthCode.Tests.Support;

/// <summary>Reads files that a running server has open for writing.</summary>
internal static class FilesInUse
{
    public static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The contents of all files of a folder and its subfolders, read as UTF-8 and joined.</summary>
    public static string Text(params string[] folder) => string.Join('\n', Directory.EnumerateFiles(Path.Combine(folder), "*", SearchOption.AllDirectories)
        .Select(file => System.Text.Encoding.UTF8.GetString(Bytes(file))));
}
