using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>The raw bytes of the database files.</summary>
public static class DatabaseBytes
{
    /// <summary>Returns those of the texts that occur in the database, WAL or shared memory file, in UTF-8 or UTF-16.</summary>
    public static IReadOnlyList<string> StandingIn(this OfficeServer server, IEnumerable<string> texts)
    {
        var files = Directory.EnumerateFiles(server.Folder, "healthcode.db*").Select(FilesInUse.Bytes).ToList();
        return [.. texts.Where(text => files.Exists(file => Stands(file, Encoding.UTF8, text) || Stands(file, Encoding.Unicode, text)))];
    }

    private static bool Stands(byte[] file, Encoding encoding, string text) => file.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0;
}
