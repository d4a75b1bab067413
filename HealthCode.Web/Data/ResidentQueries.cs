using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;

namespace HealthCode.Web.Data;

/// <summary>Queries of residents that pages, commands and reports share.</summary>
public static class ResidentQueries
{
    /// <summary>The cards of a resident: under his number now, under what stood there before a correction, and under an entry that was a double of his.</summary>
    public static IQueryable<HealthPass> OfResident(this IQueryable<HealthPass> passes, OfficeDb db, Resident resident)
    {
        var (id, key) = (resident.Id, resident.PersonKey);
        var doubles = db.Residents.Where(other => other.MergedInto == id);
        return passes.Where(pass => pass.PersonKey == key || doubles.Any(other => other.PersonKey == pass.PersonKey)
            || db.ResidentVersions.Any(version => version.ResidentId == id && version.PersonKey == pass.PersonKey));
    }
}
