using HealthCode.Web.Data;

namespace HealthCode.Web.Reports;

/// <summary>Writes a report into a file, from the copy of the database where there is one that follows closely, so that large reports do not slow down the windows; otherwise from the database itself.</summary>
public sealed partial class ReportDraft(OfficeDb db, ReplicaReads replica, ILogger<ReportDraft> log)
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="report">The report.</param>
    /// <param name="scope">Offices, days and masking.</param>
    /// <param name="head">Head and foot.</param>
    /// <param name="to">An empty file; not closed.</param>
    /// <param name="cancellationToken">Checked between rows.</param>
    public async Task WriteAsync(Report report, ReportScope scope, ReportHead head, FileStream to, CancellationToken cancellationToken)
    {
        await using (var copy = await replica.OpenAsync(cancellationToken))
        {
            if (copy is not null && await IsWrittenAsync(copy))
            {
                return;
            }
        }

        await ReportWorkbook.WriteAsync(report, await report.TableAsync(db, scope, cancellationToken), scope, head, to, cancellationToken);

        async Task<bool> IsWrittenAsync(ReplicaRead copy)
        {
            try
            {
                await ReportWorkbook.WriteAsync(report, await report.TableAsync(copy.Db, scope, cancellationToken), scope, head with { AsOf = copy.AsOf }, to, cancellationToken);
                return true;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // It was shut down meanwhile, ended a query in favour of what it replays, or still has rows under a key that is destroyed. A bug of ours comes again below.
                LogFellBack(report.Code, fault);
                to.SetLength(0);
                return false;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "报表 {Report} 从只读副本取数没有取完，改从主库取数")]
    private partial void LogFellBack(string report, Exception fault);
}
