using Hangfire;

namespace HealthCode.Web.Data;

/// <summary>Storage of the background job library. Expendable: what must not be lost or done twice is in the tables of the office.</summary>
public interface IJobStore
{
    /// <summary>Opens it for the job library.</summary>
    /// <param name="runsByItself">False when no scheduled job is run: the storage is then used by this process alone, and empty.</param>
    JobStorage Open(bool runsByItself);

    /// <summary>Ids of jobs that a killed process of this server left half done. Call before the workers start.</summary>
    IReadOnlyList<string> Abandoned(JobStorage storage);

    /// <summary>Deletes the records of finished jobs.</summary>
    /// <returns>Number of jobs deleted.</returns>
    int DeleteFinished();
}
