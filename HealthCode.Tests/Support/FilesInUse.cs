namespace HealthCode.Tests.Support;

/// <summary>Files that a running server writes to, read beside it.</summary>
internal static class FilesInUse
{
    public static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>All of a folder's files one after the other, read as UTF-8.</summary>
    public static string Text(params string[] folder) => string.Join('\n', Directory.EnumerateFiles(Path.Combine(folder), "*", SearchOption.AllDirectories)
        .Select(file => System.Text.Encoding.UTF8.GetString(Bytes(file))));
}
