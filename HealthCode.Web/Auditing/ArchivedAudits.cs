using System.Security.Cryptography;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Auditing;

/// <summary>归档的审计 — the chains of villages whose data were brought into this county: kept whole, each verified with its own key.</summary>
public sealed class ArchivedAudits(OfficeDb db, IDataProtectionProvider protection)
{
    /// <summary>Action of the record of this database's own chain that says that a chain was taken in; one for each.</summary>
    public const string TakenIn = "搬入备份";

    private readonly IDataProtector _protector = protection.CreateProtector(ArchivedAuditChain.Protection);

    /// <summary>The chains, in the order in which they came.</summary>
    public async Task<IReadOnlyList<ArchivedAuditChain>> AllAsync(CancellationToken cancellationToken = default) =>
        await db.ArchivedAuditChains.AsNoTracking().OrderBy(chain => chain.Id).ToListAsync(cancellationToken);

    /// <summary>Protects a chain's key.</summary>
    public byte[] Seal(byte[] key) => _protector.Protect(key);

    /// <summary>Verifies each chain; one that is missing altogether is reported, too.</summary>
    public async Task<IReadOnlyList<ArchivedChainReport>> VerifyAsync(CancellationToken cancellationToken = default)
    {
        List<ArchivedChainReport> reports = [];
        foreach (var chain in await AllAsync(cancellationToken))
        {
            reports.Add(await VerifyAsync(chain, cancellationToken));
        }

        var missing = await db.AuditRecords.CountAsync(record => record.Action == TakenIn, cancellationToken) - reports.Count;
        return missing == 0 ? reports : [.. reports, new("归档审计", 0, [$"记着搬入过 {missing + reports.Count} 份，现在有 {reports.Count} 份"], "")];
    }

    private async Task<ArchivedChainReport> VerifyAsync(ArchivedAuditChain chain, CancellationToken cancellationToken)
    {
        var name = $"{chain.Description}（{chain.OfficeNames}）";
        try
        {
            var key = new AuditKey(_protector.Unprotect(chain.SealedKey));
            var walk = new AuditWalk(key, key.Read(chain.Head) ?? throw new CryptographicException("the head is not authentic"));
            foreach (var (first, last) in (await db.AuditRecords.AsNoTracking().Where(record => record.Action == AuditRecord.ArchivedPayloadsDestroyed && record.Subject == chain.Description)
                .Select(record => record.Detail).ToListAsync(cancellationToken)).SelectMany(AuditRanges.Read))
            {
                walk.Excuse(first, last);
            }

            await foreach (var line in AuditLines.ReadAsync(db, chain.Id, cancellationToken))
            {
                walk.Process(line);
            }

            return new(name, walk.Count, [.. walk.Complete().Select(fault => fault.Sentence)], chain.FaultsAtImport);
        }
        catch (CryptographicException)
        {
            return new(name, chain.Records, ["密钥或链头打不开，不能校验"], chain.FaultsAtImport);
        }
    }
}
