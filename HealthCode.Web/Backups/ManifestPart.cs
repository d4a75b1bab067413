namespace HealthCode.Web.Backups;

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
