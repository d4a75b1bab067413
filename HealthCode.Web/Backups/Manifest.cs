namespace HealthCode.Web.Backups;

/// <summary>清单 — the first thing inside a backup: what it holds, and by what one sees that nothing is missing.</summary>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="Schema">The last migration of the database in it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Offices">Whose papers.</param>
/// <param name="Rows">Table → how many rows.</param>
/// <param name="Parts">The files, in the order in which they follow.</param>
public sealed record Manifest(
    string Program, string Schema, DateTimeOffset MadeAt, IReadOnlyList<string> Offices, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<ManifestPart> Parts);

/// <summary>备份里的一个文件.</summary>
/// <param name="Name">Below the data folder, with slashes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">In hexadecimal digits.</param>
public sealed record ManifestPart(string Name, long Length, string Sha256)
{
    /// <summary>The database's name in every backup.</summary>
    public const string Database = "healthcode.db";

    /// <summary>What the names of all keys begin with.</summary>
    public const string Keys = "keys/";

    /// <summary>Whether it may be written below a data folder: a backup never writes anywhere else.</summary>
    public bool IsWithinReach => Length >= 0 && (Name == Database
        || (Name.StartsWith(Keys, StringComparison.Ordinal) && Name.Split('/') is var steps && !steps.Any(step => step is "" or "." or "..") && !Name.Contains('\\') && !Name.Contains(':')));
}
