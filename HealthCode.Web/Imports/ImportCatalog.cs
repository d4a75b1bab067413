namespace HealthCode.Web.Imports;

/// <summary>导入目录 — every kind of sheet that can come in, in the order of the page.</summary>
public static class ImportCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Import> All { get; } =
    [
        new ResidentImport(),
        new DeclarationImport(),
        new SchoolImport(),
    ];

    /// <summary>The import of a code, or null.</summary>
    public static Import? Find(string? code) => All.FirstOrDefault(import => import.Code == code);
}
