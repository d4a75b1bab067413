using HealthCode.Web.Data;

namespace HealthCode.Web.Retention;

/// <summary>销毁后台工作的记录 — deletes finished jobs. They contain ids and messages, but no resident data.</summary>
public sealed class JobDatabasePurge(IJobStore jobs) : IPurgeStep
{
    public string Code => "jobs";

    public string Kind => "后台工作的记录（只有编号）";

    public string Unit => "条";

    public string How => "从数据库删除";

    public bool OnlyForLastOffice => true;

    public Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken) => Task.FromResult(jobs.DeleteFinished());
}
