using HealthCode.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>学生的申报 — found by what stands beside the form, which lies in one column with the rest of it.</summary>
public static class PupilForms
{
    /// <summary>Forms that name a school class.</summary>
    public static IQueryable<Declaration> FormsOfPupils(this OfficeDb db) =>
        db.Declarations.FromSqlRaw("SELECT * FROM Declarations WHERE json_extract(Content, '$.SchoolClass') <> ''");
}
