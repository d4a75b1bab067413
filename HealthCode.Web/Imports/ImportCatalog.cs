using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>导入目录 — all kinds of imports, in the order of the page.</summary>
public static class ImportCatalog
{
    /// <summary>All imports.</summary>
    public static IReadOnlyList<Import> All { get; } =
    [
        new ResidentImport(),
        new DeclarationImport(),
        new SchoolImport(),
        new CheckInImport(),
        new OfficialResultImport(),
        .. Enum.GetValues<RegisterKind>().Select(kind => new RegisterImport(kind)), new TipImport(),
    ];

    /// <summary>Returns the import with this code, or null.</summary>
    public static Import? Find(string? code) => All.FirstOrDefault(import => import.Code == code);
}
