namespace HealthCode.Tests.Support;

/// <summary>Pictures that the program shows of what it draws: compared with the ones in wwwroot/pictures.</summary>
public static class DrawnPicture
{
    /// <summary>The stored picture, or null. What was drawn now is left under <c>received</c> beside the tests, to be looked at and copied.</summary>
    public static byte[]? Stored(string path, byte[] drawn)
    {
        var received = Path.Combine(AppContext.BaseDirectory, "received", path);
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllBytes(received, drawn);
        var stored = Path.Combine(SourceTree.Folder("HealthCode.Web", "wwwroot", "pictures"), path);
        return File.Exists(stored) ? File.ReadAllBytes(stored) : null;
    }
}
