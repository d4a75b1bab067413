using HealthCode.Domain.PrintRuns;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.PrintRuns;

/// <summary>Reads the printer calibration of a workstation.</summary>
public static class WorkstationQueries
{
    /// <summary>Calibration of a workstation; no offset if it was never calibrated.</summary>
    public static async Task<Calibration> CalibrationOfAsync(this OfficeDb db, string workstation, CancellationToken cancellationToken = default) =>
        await db.Workstations.AsNoTracking().Where(each => each.Key == workstation).Select(each => each.Calibration).SingleOrDefaultAsync(cancellationToken) ?? Calibration.None;
}
