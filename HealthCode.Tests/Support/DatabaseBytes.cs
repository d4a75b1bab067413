using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>The database as somebody sees it who opens its files in an editor.</summary>
public static class DatabaseBytes
{
    /// <summary>Which of these texts stand in the file or in what belongs to it, in UTF-8 or UTF-16.</summary>
    public static IReadOnlyList<string> StandingIn(this OfficeServer server, IEnumerable<string> texts)
    {
        var files = Directory.EnumerateFiles(server.Folder, "healthcode.db*").Select(FilesInUse.Bytes).ToList();
        return [.. texts.Where(text => files.Exists(file => Stands(file, Encoding.UTF8, text) || Stands(file, Encoding.Unicode, text)))];
    }

    private static bool Stands(byte[] file, Encoding encoding, string text) => file.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0;
}
