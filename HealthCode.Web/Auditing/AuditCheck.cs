using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;

namespace HealthCode.Web.Auditing;

/// <summary>审计校验 — verifies the whole chain in the database, and those archived in it, and records the result.</summary>
public sealed class AuditCheck(OfficeDb db, AuditChain chain, ArchivedAudits archives)
{
    /// <summary>Name of the audit action.</summary>
    public const string ActionName = "校验审计";

    private const int MostTold = 10;

    /// <summary>What is wrong, for the user; of many faults the first, and how many there are.</summary>
    public static string Sentence(IReadOnlyList<string> faults) =>
        $"发现 {faults.Count} 处不对：{string.Join(ArchivedChainReport.Between, faults.Take(MostTold))}{(faults.Count > MostTold ? "……" : "")}。";

    /// <summary>Verifies the chain and writes the result as an audit record.</summary>
    public async Task<AuditChainReport> CheckAsync(CancellationToken cancellationToken = default)
    {
        var verdict = await VerifyAsync(cancellationToken);
        db.Audit(ActionName, "审计记录", verdict.Sentence);
        await db.SaveChangesAsync(cancellationToken);
        return verdict;
    }

    /// <summary>Verifies the chain without writing.</summary>
    public async Task<AuditChainReport> VerifyAsync(CancellationToken cancellationToken = default)
    {
        // Take the head first: records written meanwhile come after it.
        var walk = new AuditWalk(chain.Key, chain.Head);
        await foreach (var line in AuditLines.ReadAsync(db, null, cancellationToken))
        {
            walk.Process(line);
        }

        return new(walk.Count, walk.Complete()) { Archives = await archives.VerifyAsync(cancellationToken) };
    }
}
