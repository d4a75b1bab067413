namespace HealthCode.Web.Data;

/// <summary>What was copied of a database while it was in use, all at one moment.</summary>
/// <param name="Schema">The last migration applied to it.</param>
/// <param name="Offices">Official names of its offices.</param>
/// <param name="Rows">Table → row count.</param>
public sealed record DatabaseCopy(string Schema, IReadOnlyList<string> Offices, IReadOnlyDictionary<string, long> Rows)
{
    /// <summary>Describes a database that does not change meanwhile.</summary>
    public static DatabaseCopy Of(IStoredDatabase database) => new(
        database.Migrations is [.., var last] ? last : "",
        [.. database.Values("Offices", nameof(Domain.Offices.Office.OfficialName), nameof(Domain.Offices.Office.Code)).Cast<string>()],
        database.Rows);
}
