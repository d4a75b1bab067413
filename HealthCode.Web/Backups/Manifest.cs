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
