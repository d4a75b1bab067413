using HealthCode.Web.Imports;
using HealthCode.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Looks at an import that runs in the background.</summary>
public static class FinishedImport
{
    /// <summary>The import as it is now.</summary>
    public static ImportRun Now(this OfficeServer server, ImportRun run) => server.Services.GetRequiredService<ImportJob>().Find(run.Id, run.By.Staff)!;

    /// <summary>Waits until it is finished.</summary>
    public static async Task<ImportRun> FinishedAsync(this OfficeServer server, ImportRun run)
    {
        await Eventually.TrueAsync(() => !server.Now(run).IsOpen);
        return server.Now(run);
    }
}
