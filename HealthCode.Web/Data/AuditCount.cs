using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>审计末值 — the number of the last record and a digest of it: whoever keeps the paper sees whether the audit was cut behind it.</summary>
public sealed class AuditCount : IAuditHead
{
    public async Task<string> ReadAsync(OfficeDb db, CancellationToken stopping = default)
    {
        if (await db.AuditRecords.AsNoTracking().OrderByDescending(record => record.Id).FirstOrDefaultAsync(stopping) is not { } last)
        {
            return "没有记录";
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{last.Id}\n{UtcText.Of(last.At)}\n{last.UserName}\n{last.Action}\n{last.Subject}\n{last.Detail}"));
        return $"到第 {last.Id} 号记录，摘要 {Convert.ToHexString(digest)[..16]}";
    }
}
