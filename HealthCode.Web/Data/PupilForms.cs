using HealthCode.Domain.Declarations;

namespace HealthCode.Web.Data;

/// <summary>学生的申报.</summary>
public static class PupilForms
{
    /// <summary>Forms that name a school class.</summary>
    public static IQueryable<Declaration> FormsOfPupils(this OfficeDb db) =>
        db.Declarations.Where(form => form.HasSchoolClass);
}
