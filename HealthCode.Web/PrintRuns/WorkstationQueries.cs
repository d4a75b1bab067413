using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.PrintRuns;

/// <summary>Printer offset and scale per workstation.</summary>
public static class WorkstationQueries
{
    /// <summary>The calibration of a workstation; one that nobody calibrated is not off.</summary>
    public static async Task<Calibration> CalibrationOfAsync(this OfficeDb db, string workstation, CancellationToken cancellationToken = default) =>
        await db.Workstations.AsNoTracking().Where(each => each.Key == workstation).Select(each => each.Calibration).SingleOrDefaultAsync(cancellationToken) ?? Calibration.None;
}
