using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>The database as somebody sees it who opens its files in an editor.</summary>
public static class DatabaseBytes
{
    /// <summary>Which of these texts stand in the file or in what belongs to it, in UTF-8 or UTF-16.</summary>
    public static async Task<IReadOnlyList<string>> StandingInAsync(this OfficeServer server, IEnumerable<string> texts)
    {
        List<byte[]> files = [];
        foreach (var file in Directory.EnumerateFiles(server.Folder, "healthcode.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            files.Add(copy.ToArray());
        }

        return [.. texts.Where(text => files.Exists(file => Stands(file, Encoding.UTF8, text) || Stands(file, Encoding.Unicode, text)))];
    }

    private static bool Stands(byte[] file, Encoding encoding, string text) => file.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0;
}
