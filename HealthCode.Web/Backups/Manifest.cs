namespace HealthCode.Web.Backups;

/// <summary>清单 — the first part of a backup: its contents, with counts and hashes to detect missing data.</summary>
/// <param name="Program">Program version.</param>
/// <param name="Schema">The last migration of the database in it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Offices">Offices whose data it holds.</param>
/// <param name="Rows">Table → row count.</param>
/// <param name="Parts">The files in stored order.</param>
public sealed record Manifest(
    string Program, string Schema, DateTimeOffset MadeAt, IReadOnlyList<string> Offices, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<ManifestPart> Parts)
{
    /// <summary>The copy of the database; null if there is none.</summary>
    public ManifestPart? Database => Parts.FirstOrDefault(part => part.IsDatabase);
}

/// <summary>备份里的一个文件.</summary>
/// <param name="Name">Path relative to the data folder, with slashes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Hexadecimal.</param>
public sealed record ManifestPart(string Name, long Length, string Sha256)
{
    /// <summary>Names of the copy of a database, of either engine.</summary>
    private static readonly string[] Databases = ["healthcode.db", "healthcode.dump"];

    /// <summary>Prefix of the key files.</summary>
    public const string Keys = "keys/";

    /// <summary>Whether it is the copy of a database.</summary>
    public bool IsDatabase => Databases.Contains(Name);

    /// <summary>Whether the path is allowed: a restore writes only the database and key files.</summary>
    public bool IsWithinReach => Length >= 0 && (IsDatabase
        || (Name.StartsWith(Keys, StringComparison.Ordinal) && Name.Split('/') is var steps && !steps.Any(step => step is "" or "." or "..") && !Name.Contains('\\') && !Name.Contains(':')));
}
