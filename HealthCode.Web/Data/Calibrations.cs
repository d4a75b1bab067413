using HealthCode.Domain.PrintRuns;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>How printers are off.</summary>
public static class Calibrations
{
    /// <summary>The calibration of a workstation; one that nobody calibrated is not off.</summary>
    public static async Task<Calibration> CalibrationOf(this OfficeDb db, string workstation, CancellationToken stopping = default) =>
        await db.Workstations.AsNoTracking().Where(each => each.Key == workstation).Select(each => each.Calibration).SingleOrDefaultAsync(stopping) ?? Calibration.None;
}
