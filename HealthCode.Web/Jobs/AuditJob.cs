using HealthCode.Web.Auditing;

namespace HealthCode.Web.Jobs;

/// <summary>校验审计 — verifies the whole audit chain every night; faults are shown on the jobs page and the audit page.</summary>
public sealed partial class AuditJob(AuditCheck check, ILogger<AuditJob> log) : IOfficeJob
{
    public async Task<JobOutcome> DoAsync(JobContext context, CancellationToken cancellationToken)
    {
        var verdict = await check.CheckAsync(cancellationToken);
        if (verdict.FaultCount > 0)
        {
            LogFound(verdict.FaultCount);
        }

        return new(verdict.Sentence);
    }

    [LoggerMessage(LogLevel.Error, "审计记录有 {Count} 处不对，请看审计页")]
    private partial void LogFound(int count);
}
