namespace HealthCode.Web.Data;

/// <summary>销毁后台工作的记录 — jobs that have ended. They carry numbers and sentences, no resident.</summary>
public sealed class DestroyedJobs(JobDatabase jobs) : IDestructionPart
{
    public string Code => "jobs";

    public string Kind => "后台工作的记录（只有编号）";

    public string Unit => "条";

    public string How => "从数据库删除";

    public bool WithTheLastOffice => true;

    public Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken stopping) => Task.FromResult(jobs.DeleteFinished());
}
