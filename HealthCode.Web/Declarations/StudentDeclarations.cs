using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;

namespace HealthCode.Web.Declarations;

/// <summary>学生的申报.</summary>
public static class StudentDeclarations
{
    /// <summary>Declarations with a school class.</summary>
    public static IQueryable<Declaration> FormsOfPupils(this OfficeDb db) =>
        db.Declarations.Where(form => form.HasSchoolClass);
}
