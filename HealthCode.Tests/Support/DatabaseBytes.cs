using System.Text;

namespace HealthCode.Tests.Support;

/// <summary>What somebody finds who opens the database with another program.</summary>
public static class DatabaseBytes
{
    /// <summary>Returns those of the texts that occur in UTF-8 or UTF-16 in the database, WAL or shared memory file; on PostgreSQL in a row of any table.</summary>
    public static async Task<IReadOnlyList<string>> StandingInAsync(this OfficeServer server, IEnumerable<string> texts)
    {
        var contents = await server.ContentsAsync();
        return [.. texts.Where(text => contents.Exists(content => Stands(content, Encoding.UTF8, text) || Stands(content, Encoding.Unicode, text)))];
    }

    /// <summary>The bytes of each file of the database; on PostgreSQL of each value of each row.</summary>
    public static async Task<List<byte[]>> ContentsAsync(this OfficeServer server) =>
        TestDatabase.IsPostgres ? await TablesAsync(server) : [.. Directory.EnumerateFiles(server.Folder, "healthcode.db*").Select(FilesInUse.Bytes)];

    private static async Task<List<byte[]>> TablesAsync(OfficeServer server)
    {
        List<byte[]> values = [];
        foreach (var table in await server.RawAsync<string>(TestDatabase.Tables))
        {
            var rows = await server.ReadAsync($"SELECT * FROM \"{table}\"", row => Enumerable.Range(0, row.FieldCount).Select(row.GetValue).ToList());
            values.AddRange(rows.SelectMany(row => row).Select(value => value as byte[] ?? Encoding.UTF8.GetBytes($"{value}")));
        }

        return values;
    }

    private static bool Stands(byte[] content, Encoding encoding, string text) => content.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0;
}
